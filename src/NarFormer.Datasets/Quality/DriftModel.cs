using NarFormer.Datasets.Campaign;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>
/// How much slower the machine was than when it was quiet, for each short window of a campaign. Every network that was
/// measured more than once says something about the windows it was measured in: ln t = ln latency + slowdown(window) is
/// fitted by turns (a robust two-way fit), the median over a window's networks and the mean or, for anchors, the median
/// over a network's windows. The quiet machine is the lowest tenth of the windows.
/// </summary>
internal sealed class DriftModel
{
    /// <summary>Length of a window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private const int Turns = 15, FewestInWindow = 3, FewestForMedian = 5;
    private const double QuietShare = 0.1;

    private readonly DateTimeOffset _start;
    private readonly Dictionary<int, double> _slowdown;

    private DriftModel(DateTimeOffset start, Dictionary<int, double> slowdown)
    {
        _start = start;
        _slowdown = slowdown;
    }

    /// <summary>The natural logarithm of the slowdown of every window in which enough was measured.</summary>
    public IReadOnlyCollection<double> Slowdowns => _slowdown.Values;

    /// <summary>Fits the slowdowns to the rounds of a campaign.</summary>
    public static DriftModel Fit(IReadOnlyList<CampaignRecord> records)
    {
        if (records.Count == 0) return new DriftModel(default, []);
        var model = new DriftModel(records.Min(r => r.At), []);
        var networks = records.GroupBy(r => (r.Task.Family, r.Task.Seed)).Where(g => g.Count() > 1).Select(g => g.ToArray()).ToArray();
        for (int turn = 0; turn < Turns; turn++) model.Refit(networks);
        if (model._slowdown.Count > 0) model.Shift(-Quantiles.Of(model._slowdown.Values, QuietShare));
        return model;
    }

    /// <summary>The natural logarithm of the slowdown at <paramref name="time"/>, 0 on the quiet machine or where nothing is known.</summary>
    public double At(DateTimeOffset time) => _slowdown.GetValueOrDefault(WindowOf(time));

    /// <summary>The latency of a round in ms as the quiet machine would have shown it.</summary>
    public double CorrectedMs(CampaignRecord record) => record.LowerMs * Math.Exp(-At(record.At));

    private int WindowOf(DateTimeOffset time) => (int)Math.Floor((time - _start) / Window);

    private void Refit(CampaignRecord[][] networks)
    {
        var rests = new Dictionary<int, List<double>>();
        foreach (var rounds in networks)
        {
            double[] corrected = [.. rounds.Select(r => Math.Log(CorrectedMs(r)))];
            double latency = corrected.Length < FewestForMedian ? corrected.Average() : Quantiles.Of(corrected, 0.5);
            foreach (var round in rounds)
            {
                int window = WindowOf(round.At);
                if (!rests.TryGetValue(window, out var list)) rests.Add(window, list = []);
                list.Add(Math.Log(round.LowerMs) - latency);
            }
        }

        foreach (var (window, list) in rests)
        {
            if (list.Count >= FewestInWindow) _slowdown[window] = Quantiles.Of(list, 0.5);
        }
    }

    private void Shift(double by)
    {
        foreach (int window in _slowdown.Keys.ToArray()) _slowdown[window] += by;
    }
}
