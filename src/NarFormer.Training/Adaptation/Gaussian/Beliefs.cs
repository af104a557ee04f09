namespace NarFormer.Training.Adaptation.Gaussian;

/// <summary>Probabilities of alternatives.</summary>
internal static class Beliefs
{
    /// <summary>The same for each of <paramref name="count"/>.</summary>
    public static double[] Even(int count) => [.. Enumerable.Repeat(1.0 / count, count)];

    /// <summary>What <paramref name="prior"/> becomes in the light of <paramref name="logEvidence"/> (Bayes' rule); adds up to 1.</summary>
    public static double[] Update(IReadOnlyList<double> prior, IReadOnlyList<double> logEvidence)
    {
        double highest = logEvidence.Where((_, i) => prior[i] > 0).Max();
        double[] weights = [.. prior.Select((p, i) => p > 0 ? p * Math.Exp(logEvidence[i] - highest) : 0)];
        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
