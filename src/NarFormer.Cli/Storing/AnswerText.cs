using System.Globalization;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>Answers for people and as JSON.</summary>
internal static class AnswerText
{
    /// <summary>Latency, where it comes from and for which platform, in a line.</summary>
    public static string Of(Answer answer) => answer.IsMeasured
        ? string.Create(CultureInfo.InvariantCulture, $"{Quantity.Number(answer.Milliseconds)} ms, measured {answer.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC on {answer.Platform}")
        : string.Create(CultureInfo.InvariantCulture, $"{Quantity.Number(answer.Milliseconds)} ms, {Quantity.Number(answer.Low ?? 0)} to {Quantity.Number(answer.High ?? 0)} in {answer.Coverage * 100:0} of 100 cases, predicted by {answer.Predictor} for {answer.Platform}{(answer.Familiar is false ? "; unfamiliar" : "")}");
}
