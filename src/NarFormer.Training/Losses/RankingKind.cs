using System.Text.Json.Serialization;

namespace NarFormer.Training.Losses;

/// <summary>What keeps predictions in the order of the labels.</summary>
public enum RankingKind
{
    /// <summary><c>mean |(p − p') − (y − y')|</c> against one random permutation of the batch (published).</summary>
    [JsonStringEnumMemberName("difference")]
    Difference,

    /// <summary><c>mean max(0, margin − (p − p'))</c> over all pairs with <c>y &gt; y'</c>.</summary>
    [JsonStringEnumMemberName("hinge")]
    Hinge,

    /// <summary><c>mean ln(1 + exp(−(p − p') / margin))</c> over all pairs with <c>y &gt; y'</c>.</summary>
    [JsonStringEnumMemberName("logistic")]
    Logistic,
}
