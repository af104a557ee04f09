using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Tests.Adaptation.Gaussian;

public sealed class CholeskyFactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Solves_what_the_matrix_was_multiplied_with(int size)
    {
        var random = new Random(size);
        double[][] roots = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[][] matrix = [.. roots.Select((a, i) => roots.Select((b, j) => a.Zip(b, (x, y) => x * y).Sum() + (i == j ? 0.1 : 0)).ToArray())];
        double[] expected = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble())];
        double[] target = [.. matrix.Select(row => row.Zip(expected, (a, x) => a * x).Sum())];

        double[] solution = CholeskyFactor.Of(matrix).Solve(target);

        for (int i = 0; i < size; i++) solution[i].ShouldBe(expected[i], 1e-8);
    }

    [Fact]
    public void Knows_the_determinant() => CholeskyFactor.Of([[4], [2, 3]]).LogDeterminant.ShouldBe(Math.Log((4 * 3) - (2 * 2)), 1e-12);

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused() =>
        Should.Throw<ArgumentException>(() => CholeskyFactor.Of([[1], [2, 1]])).Message.ShouldContain("positive definite");
}
