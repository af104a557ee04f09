using NarFormer.Datasets.Campaign;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Quality;

/// <summary>
/// How much slower the machine was than when it was quiet, for each short window of a campaign. Every network that was
/// measured more than once says something about the windows it was measured in: ln t = ln latency + sensitivity(family) ·
/// slowdown(window) is fitted by turns (a robust fit), t the fastest run of a round. A window's slowdown is the median over
/// its networks; a network's latency is a mean over its rounds, or a median if there are many, in which rounds on the quiet
/// machine weigh more, and those that disagree with the others less; a family's sensitivity is its slope, drawn towards 1. The quiet machine is the lowest tenth of the windows.
/// </summary>
internal sealed class DriftModel
{
    /// <summary>Length of a window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private const int Turns = 20, TurnsBeforeSensitivity = 5, FewestInWindow = 3, FewestForMiddle = 3, FewestForMedian = 5;
    private const double QuietShare = 0.1;
    private const double QuietNoise = 0.02, NoiseOfSlowdown = 0.3, UnknownSlowdown = 0.5, Disagreement = 0.1, LargestExcess = 1;
    private const double PullOfSensitivity = 0.05;

    private readonly DateTimeOffset _start;
    private readonly Dictionary<int, double> _slowdown = [];
    private readonly Dictionary<string, double> _sensitivity = new(StringComparer.Ordinal);

    private DriftModel(DateTimeOffset start) => _start = start;

    /// <summary>The natural logarithm of the slowdown of every window in which enough was measured.</summary>
    public IReadOnlyCollection<double> Slowdowns => _slowdown.Values;

    /// <summary>How strongly each family reacts to a slowdown; 1 is the average.</summary>
    public IReadOnlyDictionary<string, double> Sensitivities => _sensitivity;

    /// <summary>Fits the slowdowns to the rounds of a campaign.</summary>
    public static DriftModel Fit(IReadOnlyList<CampaignRecord> records)
    {
        if (records.Count == 0) return new DriftModel(default);
        var model = new DriftModel(records.Min(r => r.At));
        var networks = records.GroupBy(r => (r.Task.Family, r.Task.Seed)).Where(g => g.Count() > 1).Select(g => g.ToArray()).ToArray();
        for (int turn = 0; turn < Turns; turn++) model.Refit(networks, turn >= TurnsBeforeSensitivity);
        return model;
    }

    /// <summary>The natural logarithm of the slowdown at <paramref name="time"/>, 0 on the quiet machine or where nothing is known.</summary>
    public double At(DateTimeOffset time) => _slowdown.GetValueOrDefault(WindowOf(time));

    /// <summary>The fastest run of a round in ms as the quiet machine would have shown it.</summary>
    public double CorrectedMs(CampaignRecord record) => record.LowestMs * Math.Exp(-SensitivityOf(record) * At(record.At));

    /// <summary>How much a round counts: one over its variance, which grows with the slowdown and is large where that is unknown.</summary>
    public double WeightOf(CampaignRecord record)
    {
        double noise = NoiseOfSlowdown * Math.Max(0, _slowdown.GetValueOrDefault(WindowOf(record.At), UnknownSlowdown));
        return 1 / ((QuietNoise * QuietNoise) + (noise * noise));
    }

    /// <summary>The natural logarithm of the latency in ms that <paramref name="rounds"/> of one network show, as the quiet machine would have shown it.</summary>
    public double LogLatency(IReadOnlyCollection<CampaignRecord> rounds)
    {
        var weighed = Weighed(rounds);
        return Mean(weighed, weighed.Sum(r => r.Weight));
    }

    /// <summary>How uncertain <see cref="LogLatency"/> is: its variance by the slowdowns that the rounds met or, if that is larger, by how they differ.</summary>
    public double VarianceOf(IReadOnlyCollection<CampaignRecord> rounds)
    {
        var weighed = Weighed(rounds);
        double weights = weighed.Sum(r => r.Weight), mean = Mean(weighed, weights);
        double between = weighed.Sum(r => r.Weight * (r.Value - mean) * (r.Value - mean)) / weights / weighed.Length;
        return Math.Max(1 / weights, between);
    }

    private static double Mean((double Value, double Weight)[] weighed, double weights) => weighed.Sum(r => r.Weight * r.Value) / weights;

    /// <summary>
    /// The corrected logarithms of <paramref name="rounds"/> with weights that fall off with their distance from the middle
    /// round or, of two, from that on the quieter machine.
    /// </summary>
    private (double Value, double Weight)[] Weighed(IReadOnlyCollection<CampaignRecord> rounds)
    {
        var weighed = rounds.Select(r => (Value: Math.Log(CorrectedMs(r)), Weight: WeightOf(r))).ToArray();
        double middle = weighed.Length < FewestForMiddle ? weighed.MaxBy(r => r.Weight).Value : WeightedMedian(weighed);
        return [.. weighed.Select(r => (r.Value, r.Weight / (1 + Math.Pow((r.Value - middle) / Disagreement, 2))))];
    }

    private double SensitivityOf(CampaignRecord record) => _sensitivity.GetValueOrDefault(record.Task.Family, 1);

    private int WindowOf(DateTimeOffset time) => (int)Math.Floor((time - _start) / Window);

    private void Refit(CampaignRecord[][] networks, bool sensitivities)
    {
        var rests = networks.SelectMany(rounds =>
        {
            double latency = rounds.Length < FewestForMedian ? LogLatency(rounds) : MedianLogLatency(rounds);
            return rounds.Select(r => (Round: r, Excess: Math.Log(r.LowestMs) - latency));
        }).ToArray();

        foreach (var window in rests.GroupBy(r => WindowOf(r.Round.At)))
        {
            double[] slowdowns = [.. window.Select(r => r.Excess / SensitivityOf(r.Round))];
            if (slowdowns.Length >= FewestInWindow) _slowdown[window.Key] = Quantiles.Of(slowdowns, 0.5);
        }

        if (_slowdown.Count == 0) return;
        double quiet = Quantiles.Of(_slowdown.Values, QuietShare);
        foreach (int window in _slowdown.Keys.ToArray()) _slowdown[window] -= quiet;
        if (!sensitivities) return;
        foreach (var family in rests.GroupBy(r => r.Round.Task.Family, StringComparer.Ordinal))
        {
            double product = family.Sum(r => Math.Clamp(r.Excess, -LargestExcess, LargestExcess) * At(r.Round.At)), square = family.Sum(r => At(r.Round.At) * At(r.Round.At));
            double slope = (product + PullOfSensitivity) / (square + PullOfSensitivity);
            _sensitivity[family.Key] = (_sensitivity.GetValueOrDefault(family.Key, 1) + slope) / 2;
        }
    }

    private double MedianLogLatency(CampaignRecord[] rounds) => WeightedMedian(rounds.Select(r => (Math.Log(CorrectedMs(r)), WeightOf(r))));

    private static double WeightedMedian(IEnumerable<(double Value, double Weight)> values)
    {
        var ordered = values.OrderBy(r => r.Value).ToArray();
        double half = ordered.Sum(r => r.Weight) / 2, sum = 0;
        foreach (var (value, weight) in ordered)
        {
            sum += weight;
            if (sum >= half) return value;
        }

        return ordered[^1].Value;
    }
}
