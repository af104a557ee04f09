using System.Text.Json.Serialization;

namespace NarFormer.Training.Recipes;

/// <summary>How the cells of a file are divided.</summary>
public enum CellSplitKind
{
    /// <summary>The first cells of the file to train on, the next to choose by, and all cells, those included, to test on (published).</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>Drawn at random with the split's seed; tested on all that are left, so that no cell is in two parts.</summary>
    [JsonStringEnumMemberName("random")]
    Random,

    /// <summary>As the file says in its column <c>split</c>: trained and chosen by cells of <c>train</c>, drawn at random, tested on all of <c>test</c>.</summary>
    [JsonStringEnumMemberName("file")]
    File,
}
