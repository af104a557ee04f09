namespace NarFormer.Datasets;

/// <summary>What a network of a data set is for.</summary>
public enum DataSplit
{
    /// <summary>Weights are fitted to it.</summary>
    Train,

    /// <summary>Choices are made by it, and intervals are calibrated.</summary>
    Validation,

    /// <summary>Figures are reported on it, and nothing is chosen by it.</summary>
    Test,
}
