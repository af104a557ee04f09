using System.Text.Json.Serialization;

namespace NarFormer.Training.Losses;

/// <summary>What training makes small. All are relative, so that fast and slow networks count alike.</summary>
public enum LossKind
{
    /// <summary><c>mean((prediction / truth − 1)²)</c> (published).</summary>
    [JsonStringEnumMemberName("ratio")]
    Ratio,

    /// <summary><c>mean(|prediction / truth − 1|)</c>.</summary>
    [JsonStringEnumMemberName("mape")]
    Mape,

    /// <summary><c>mean(|ln prediction − ln truth|)</c>.</summary>
    [JsonStringEnumMemberName("log-l1")]
    LogL1,

    /// <summary>Huber's loss of <c>ln prediction − ln truth</c>: quadratic below a width, absolute above it.</summary>
    [JsonStringEnumMemberName("log-huber")]
    LogHuber,
}
