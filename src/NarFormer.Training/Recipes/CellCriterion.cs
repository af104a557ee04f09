using System.Text.Json.Serialization;

namespace NarFormer.Training.Recipes;

/// <summary>The score on the validation cells that chooses the epoch.</summary>
public enum CellCriterion
{
    /// <summary>Kendall's tau-b: only the order counts, so predictions are scores, which an exported predictor turns into labels.</summary>
    [JsonStringEnumMemberName("tau")]
    Tau,

    /// <summary>Mean absolute percentage error: predictions are in the unit of the labels.</summary>
    [JsonStringEnumMemberName("mape")]
    Mape,
}
