using CsCheck;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class CorrelationTests
{
    [Fact]
    public void Kendall_tau_equals_the_count_of_all_pairs() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).List[2, 40].Sample(pairs =>
        {
            double[] x = [.. pairs.Select(p => (double)p.Item1)];
            double[] y = [.. pairs.Select(p => (double)p.Item2)];
            double expected = TauOfAllPairs(x, y);
            double actual = Correlation.KendallTau(x, y);
            return double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 1e-12;
        });

    [Fact]
    public void Spearman_sees_only_the_order() =>
        Correlation.Spearman([1, 2, 3, 4], [1, 10, 100, 1000]).ShouldBe(1, 1e-12);

    private static double TauOfAllPairs(double[] x, double[] y)
    {
        double sum = 0, untiedX = 0, untiedY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                int signX = Math.Sign(x[i] - x[j]), signY = Math.Sign(y[i] - y[j]);
                sum += signX * signY;
                untiedX += Math.Abs(signX);
                untiedY += Math.Abs(signY);
            }
        }

        return sum / Math.Sqrt(untiedX * untiedY);
    }
}
