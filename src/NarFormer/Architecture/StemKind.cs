namespace NarFormer.Architecture;

/// <summary>What happens to node features before the first block.</summary>
public enum StemKind
{
    /// <summary>Nothing: the first block maps features to the hidden width (published).</summary>
    None,

    /// <summary>A linear map to the hidden width and a ReLU: <c>stem.weight [hidden, features]</c>, <c>stem.bias</c>.</summary>
    Linear,
}
