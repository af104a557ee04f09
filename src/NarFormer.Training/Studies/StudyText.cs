using System.Text.Json.Nodes;

namespace NarFormer.Training.Studies;

/// <summary>A study as it stands in its file.</summary>
internal sealed record StudyText
{
    /// <summary>The path of a recipe, relative to the study's file, or a recipe.</summary>
    public required JsonNode Recipe { get; init; }

    /// <summary>Lists of patches; a variation takes one of each.</summary>
    public IReadOnlyList<IReadOnlyList<NamedPatch>> Axes { get; init; } = [];

    /// <summary>The seeds that each variation is trained with.</summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>Networks whose mean is the prediction for a seed. Default 1.</summary>
    public int Ensemble { get; init; } = 1;

    /// <summary>Whether errors are also tabled by family. Default false.</summary>
    public bool ByFamily { get; init; }

    /// <summary>Whether scores of two axes are also tabled as a matrix, the first axis as columns. Default false.</summary>
    public bool Matrix { get; init; }
}
