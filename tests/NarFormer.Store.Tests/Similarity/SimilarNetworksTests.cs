using CsCheck;

namespace NarFormer.Store.Tests.Similarity;

public sealed class SimilarNetworksTests
{
    private static readonly Gen<float[]> Vectors = Gen.Float[-10, 10].Array[5];

    [Fact]
    public void Finds_what_sorting_by_distance_finds() =>
        Gen.Select(Vectors.Array[1, 60], Vectors, Gen.Int[1, 12]).Sample((vectors, point, count) =>
        {
            var networks = Of(vectors);
            float[] expected = [.. vectors.Select(v => MathF.Sqrt(v.Zip(point, (a, b) => (a - b) * (a - b)).Sum())).Order().Take(count)];
            float[] found = [.. networks.Nearest(point, count).Select(n => n.Distance)];
            return found.Length == expected.Length && found.Zip(expected, (a, b) => Math.Abs(a - b) < 1e-3f).All(near => near);
        });

    [Fact]
    public void A_network_is_nearest_to_itself_unless_it_is_left_out()
    {
        var networks = Of([[0, 0], [3, 4], [30, 40]]);
        networks.Nearest([3, 4], 1).ShouldBe([new SimilarNetwork(Samples.Hash(1), 0)]);
        networks.Nearest([3, 4], 1, except: Samples.Hash(1)).ShouldBe([new SimilarNetwork(Samples.Hash(0), 5)]);
    }

    [Fact]
    public void A_network_counts_once()
    {
        var networks = Of([[1, 2]]);
        networks.Add(new StoredVector(Samples.Hash(0), [5, 6]));
        networks.Count.ShouldBe(1);
    }

    [Fact]
    public void Vectors_of_another_length_are_refused()
    {
        var networks = Of([[1, 2]]);
        Should.Throw<ArgumentException>(() => networks.Add(new StoredVector(Samples.Hash(9), [1])));
        Should.Throw<ArgumentException>(() => networks.Nearest([1, 2, 3], 1));
    }

    [Fact]
    public void Nothing_is_similar_where_there_is_nothing() => new SimilarNetworks().Nearest([1], 3).ShouldBeEmpty();

    [Fact]
    public void May_be_searched_while_it_grows()
    {
        var networks = Of([[0, 0]]);
        Parallel.For(0, 4000, i =>
        {
            if (i % 2 == 0) networks.Add(new StoredVector(Samples.Hash(i + 1), [i + 1, 0]));
            else networks.Nearest([0, 0], 2)[0].Hash.ShouldBe(Samples.Hash(0));
        });
        networks.Count.ShouldBe(2001);
    }

    private static SimilarNetworks Of(float[][] vectors)
    {
        var networks = new SimilarNetworks();
        for (int i = 0; i < vectors.Length; i++) networks.Add(new StoredVector(Samples.Hash(i), vectors[i]));
        return networks;
    }
}
