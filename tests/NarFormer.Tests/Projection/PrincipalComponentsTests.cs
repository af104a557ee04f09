using CsCheck;
using NarFormer.Projection;

namespace NarFormer.Tests.Projection;

public sealed class PrincipalComponentsTests
{
    [Fact]
    public void Points_of_a_cross_lie_along_its_arms()
    {
        // Arms along (3, 4)/5 with ±5 and along (4, -3)/5 with ±1: variances 50/3 and 2/3.
        float[] cross = [13, 24, 7, 16, 10.8f, 19.4f, 9.2f, 20.6f];
        var components = PrincipalComponents.Of(cross, width: 2, count: 2);
        components.Explained[0].ShouldBe(25.0 / 26, 1e-5);
        components.Explained[1].ShouldBe(1.0 / 26, 1e-5);
        components.Project([13, 24]).ShouldBe([5, 0], 1e-5);
        components.Project([10.8f, 19.4f]).ShouldBe([0, 1], 1e-5);
    }

    [Fact]
    public void Directions_that_are_all_found_keep_distances() =>
        Gen.Float[-10, 10].Array[12].Sample(values =>
        {
            var components = PrincipalComponents.Of(values, width: 3, count: 3);
            double[] a = components.Project(values.AsSpan(0, 3)), b = components.Project(values.AsSpan(6, 3));
            double before = Math.Sqrt(Enumerable.Range(0, 3).Sum(i => Math.Pow(values[i] - values[6 + i], 2)));
            double after = Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
            after.ShouldBe(before, 1e-4);
            components.Explained.ShouldBeInOrder(SortDirection.Descending);
            components.Explained.Sum().ShouldBe(1, 1e-6);
        }, iter: 200, threads: 1);

    [Fact]
    public void The_order_of_vectors_does_not_matter()
    {
        float[] values = [1, 2, 3, 5, 8, 13, 2, 1], turned = [2, 1, 8, 13, 3, 5, 1, 2];
        var one = PrincipalComponents.Of(values, 2, 2);
        var other = PrincipalComponents.Of(turned, 2, 2);
        one.Project([4, 4]).ShouldBe(other.Project([4, 4]), 1e-9);
    }

    [Fact]
    public void Vectors_that_are_all_the_same_explain_nothing()
    {
        var components = PrincipalComponents.Of([1, 2, 1, 2], 2, 2);
        components.Explained.ShouldBe([0, 0]);
        components.Project([1, 2]).ShouldBe([0, 0]);
    }

    [Fact]
    public void Vectors_of_a_plane_keep_their_distances_in_two_directions()
    {
        float[][] vectors = [.. Enumerable.Range(0, 50).Select(i => (MathF.Sin(i), MathF.Cos(3 * i))).Select(p => (float[])[p.Item1 + p.Item2, p.Item1 - p.Item2, 2 * p.Item1, 5])];
        var components = PrincipalComponents.Of([.. vectors.SelectMany(v => v)], width: 4, count: 2);
        components.Explained.Sum().ShouldBe(1, 1e-9);
        foreach (float[] vector in vectors)
        {
            double there = Math.Sqrt(vector.Zip(vectors[0], (a, b) => Math.Pow(a - b, 2)).Sum());
            double here = Math.Sqrt(components.Project(vector).Zip(components.Project(vectors[0]), (a, b) => Math.Pow(a - b, 2)).Sum());
            here.ShouldBe(there, 1e-4);
        }
    }

    [Theory]
    [InlineData(2, new float[] { 1, 2 })]
    [InlineData(1, new float[] { 1, 2, 3 })]
    [InlineData(2, new float[] { 1, 2, float.NaN, 4 })]
    public void Vectors_without_two_directions_are_refused(int width, float[] values) =>
        Should.Throw<ArgumentException>(() => PrincipalComponents.Of(values, width, 2));
}
