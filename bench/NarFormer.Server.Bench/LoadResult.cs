using System.Globalization;
using System.Net;

namespace NarFormer.Server.Bench;

/// <summary>What came of a load.</summary>
/// <param name="Time">How long it took.</param>
/// <param name="Milliseconds">From request to answer, ascending.</param>
/// <param name="Answers">How often each status came back.</param>
internal sealed record LoadResult(TimeSpan Time, double[] Milliseconds, IReadOnlyDictionary<HttpStatusCode, int> Answers)
{
    /// <summary>A row of a table.</summary>
    public string Row(string title, int clients) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {title} | {clients} | {Milliseconds.Length / Time.TotalSeconds:F0} | {Quantile(0.5):F1} | {Quantile(0.99):F1} | {Milliseconds[^1]:F0} | {string.Join(", ", Answers.Select(a => $"{a.Value} × {(int)a.Key}"))} |");

    private double Quantile(double share) => Milliseconds[(int)(share * (Milliseconds.Length - 1))];
}
