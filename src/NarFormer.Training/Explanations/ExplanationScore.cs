using NarFormer.Explanations;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Explanations;

/// <summary>How well the parts of a prediction agree with the runtime's profile of one network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Nodes">Its operations.</param>
/// <param name="PredictedMs">The predicted latency.</param>
/// <param name="ProfileMs">The time of all kernels.</param>
/// <param name="Kernels">The kernels in the order in which they run.</param>
public sealed record ExplanationScore(string Network, int Nodes, double PredictedMs, double ProfileMs, IReadOnlyList<ExplainedKernel> Kernels)
{
    private const double MicrosecondsOfMs = 1000;

    /// <summary>Kernels that took the place of operations.</summary>
    public int MatchedKernels => Matched.Count();

    /// <summary>The share of the profile's time that lies in those kernels.</summary>
    public double MatchedTime => ProfileMs > 0 ? Matched.Sum(k => k.ProfileMs) / ProfileMs : 0;

    /// <summary>Spearman's rank correlation of predicted and profiled times over those kernels; NaN for fewer than two.</summary>
    public double Spearman => Correlation.Spearman([.. Matched.Select(k => k.PredictedMs)], [.. Matched.Select(k => k.ProfileMs)]);

    private IEnumerable<ExplainedKernel> Matched => Kernels.Where(k => k.Nodes.Count > 0);

    /// <summary>Compares an explanation with a profile.</summary>
    /// <param name="network">The network.</param>
    /// <param name="explanation">The parts of its prediction, in ms.</param>
    /// <param name="groups">Its kernels.</param>
    public static ExplanationScore Of(string network, Explanation explanation, IReadOnlyList<KernelGroup> groups)
    {
        ExplainedKernel[] kernels =
        [
            .. groups.Select(g => new ExplainedKernel(
                g.Kernel.Node,
                g.Kernel.Operator,
                [.. g.Nodes.Select(n => explanation.Nodes[n].Node.Name)],
                g.Kernel.Microseconds / MicrosecondsOfMs,
                g.Nodes.Sum(n => explanation.Nodes[n].Value))),
        ];
        return new ExplanationScore(network, explanation.Nodes.Count, explanation.Prediction.Value, kernels.Sum(k => k.ProfileMs), kernels);
    }
}
