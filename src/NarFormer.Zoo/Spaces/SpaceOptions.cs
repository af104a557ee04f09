namespace NarFormer.Zoo.Spaces;

/// <summary>What the code of an architecture leaves open.</summary>
public sealed record SpaceOptions
{
    /// <summary>Samples of one run.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Height and width of the image; null for what the space was published with.</summary>
    public int? Resolution { get; init; }

    /// <summary>Outputs; null for what the space was published with.</summary>
    public int? Classes { get; init; }

    /// <summary>Whether batch normalisation is folded into convolutions, as most exporters do.</summary>
    public bool FoldsBatchNormalization { get; init; } = true;
}
