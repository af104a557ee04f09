namespace NarFormer.Graphs;

/// <summary>Where the value of a tensor comes from.</summary>
public enum TensorKind
{
    /// <summary>Given by the caller at each run.</summary>
    Input,

    /// <summary>Stored in the file (a weight, a bias, a shape) or computed from stored values alone.</summary>
    Constant,

    /// <summary>Computed by a node from an input.</summary>
    Computed,
}
