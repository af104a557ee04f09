using NarFormer.Server.Maps;

namespace NarFormer.Server.Tests.Maps;

public sealed class PrincipalPlaneTests
{
    [Fact]
    public void The_direction_of_the_largest_difference_comes_first()
    {
        var places = PrincipalPlane.Project([[0, 3, 1], [0, -3, 1], [1, 0, 1], [-1, 0, 1]]);
        places.Select(p => Math.Abs(p.X)).ShouldBe([3, 3, 0, 0], 1e-6);
        places.Select(p => Math.Abs(p.Y)).ShouldBe([0, 0, 1, 1], 1e-6);
    }

    [Fact]
    public void Distances_of_vectors_in_a_plane_stay()
    {
        float[][] vectors = [.. Enumerable.Range(0, 50).Select(i => (MathF.Sin(i), MathF.Cos(3 * i))).Select(p => (float[])[p.Item1 + p.Item2, p.Item1 - p.Item2, 2 * p.Item1, 5])];
        var places = PrincipalPlane.Project(vectors);
        for (int i = 1; i < vectors.Length; i++)
        {
            double there = Math.Sqrt(vectors[i].Zip(vectors[0], (a, b) => Math.Pow(a - b, 2)).Sum());
            double here = Math.Sqrt(Math.Pow(places[i].X - places[0].X, 2) + Math.Pow(places[i].Y - places[0].Y, 2));
            here.ShouldBe(there, 1e-4);
        }
    }

    [Fact]
    public void Few_or_equal_vectors_lie_in_the_middle()
    {
        PrincipalPlane.Project([]).ShouldBeEmpty();
        PrincipalPlane.Project([[1, 2, 3]]).ShouldBe([(0, 0)]);
        PrincipalPlane.Project([[1, 2], [1, 2]]).ShouldBe([(0, 0), (0, 0)]);
    }
}
