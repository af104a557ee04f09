using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Tests.Adaptation.Gaussian;

public sealed class GaussianFitTests
{
    private static readonly double[][] Two = [[2], [0.5, 1.5]];

    [Fact]
    public void The_evidence_is_the_density_of_the_normal_distribution()
    {
        // Of two targets, by the inverse and the determinant written out.
        double[] y = [0.7, -1.1];
        double determinant = (2 * 1.5) - (0.5 * 0.5);
        double quadratic = ((1.5 * y[0] * y[0]) - (2 * 0.5 * y[0] * y[1]) + (2 * y[1] * y[1])) / determinant;
        GaussianFit.Of(Two, y).LogEvidence.ShouldBe(-0.5 * (quadratic + Math.Log(determinant) + (2 * Math.Log(2 * Math.PI))), 1e-12);
    }

    [Fact]
    public void The_best_scale_beats_every_other()
    {
        double[] y = [0.7, -1.1];
        double best = GaussianFit.Of(Two, y).LogEvidenceAtBestScale;
        double[] scaled = [.. Enumerable.Range(1, 60).Select(s => GaussianFit.Of([.. Two.Select(row => row.Select(c => c * s / 20.0).ToArray())], y).LogEvidence)];
        scaled.Max().ShouldBe(best, 1e-2);
        scaled.Max().ShouldBeLessThanOrEqualTo(best);
    }

    [Fact]
    public void Beliefs_follow_the_evidence()
    {
        Beliefs.Update([0.5, 0.5, 0], [-1000, -1000 + Math.Log(3), 5000]).ShouldBe([0.25, 0.75, 0], 1e-9);
        Beliefs.Even(4).ShouldBe([0.25, 0.25, 0.25, 0.25]);
    }
}
