using System.Text.Json.Serialization;

namespace NarFormer.Training.Recipes;

/// <summary>What an architecture of a search space is turned into.</summary>
public enum CellForm
{
    /// <summary>The cell: a node for each of its operations.</summary>
    [JsonStringEnumMemberName("cell")]
    Cell,

    /// <summary>The whole network that the architecture stands for, as an ONNX file of it would be read.</summary>
    [JsonStringEnumMemberName("network")]
    Network,
}
