using NarFormer.Encoding;
using NarFormer.Training.Fitting;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Fitting;

public sealed class OperatorDropoutTests
{
    private const int Nodes = 12;
    private const int Networks = 400;
    private static readonly UniversalEncoding Encoding = new();
    private static readonly TrainingSample[] Samples = [.. Enumerable.Range(0, Networks).Select(i => new TrainingSample("a", (ulong)i, 1, 0, 0, 0, Network()))];

    [Fact]
    public void An_operator_is_hidden_at_all_of_its_nodes_in_a_share_of_the_networks()
    {
        var hidden = Hidden(0.25, step: 3);
        hidden.Count(h => h.Operators.Count > 0).ShouldBeInRange(70, 130);
        hidden.ShouldAllBe(h => h.Operators.Count == 0 || h.Operators.SequenceEqual(new[] { 0, 3, 6, 9 }) || h.Operators.SequenceEqual(new[] { 1, 4, 7, 10 }) || h.Operators.SequenceEqual(new[] { 2, 5, 8, 11 }));
    }

    [Fact]
    public void Half_of_the_time_its_kind_is_hidden_too()
    {
        var hidden = Hidden(0.5, step: 3);
        hidden.ShouldAllBe(h => h.Kinds.Count == 0 || h.Kinds.SequenceEqual(h.Operators));
        hidden.Count(h => h.Kinds.Count > 0).ShouldBeInRange(70, 130);
    }

    [Fact]
    public void All_else_stays()
    {
        var batch = Packed();
        float[] before = [.. batch.NodeFeatures];
        new OperatorDropout(Encoding, 0.9, seed: 1).Apply(batch, Samples, 1);
        int first = Encoding.OperatorFeatures + Encoding.KindFeatures, width = Encoding.NodeFeatureCount;
        for (int n = 0; n < batch.NodeCount; n++) batch.NodeFeatures[((n * width) + first)..((n + 1) * width)].ShouldBe(before[((n * width) + first)..((n + 1) * width)]);
    }

    [Fact]
    public void The_same_step_hides_the_same_and_another_step_other_operators()
    {
        Text(Hidden(0.3, step: 5)).ShouldBe(Text(Hidden(0.3, step: 5)));
        Text(Hidden(0.3, step: 5)).ShouldNotBe(Text(Hidden(0.3, step: 6)));
    }

    private static (List<int> Operators, List<int> Kinds)[] Hidden(double share, long step)
    {
        var batch = Packed();
        new OperatorDropout(Encoding, share, seed: 1).Apply(batch, Samples, step);
        int width = Encoding.NodeFeatureCount;
        return [.. Enumerable.Range(0, Networks).Select(g =>
        {
            int[] nodes = [.. Enumerable.Range(0, Nodes)];
            return (Empty(0, Encoding.OperatorFeatures).ToList(), Empty(Encoding.OperatorFeatures, Encoding.KindFeatures).ToList());

            IEnumerable<int> Empty(int from, int count) => nodes.Where(n => batch.NodeFeatures.Skip((((g * Nodes) + n) * width) + from).Take(count).All(f => f == 0));
        })];
    }

    private static string Text((List<int> Operators, List<int> Kinds)[] hidden) => string.Join(';', hidden.Select(h => $"{string.Join(',', h.Operators)}|{string.Join(',', h.Kinds)}"));

    private static PackedBatch Packed() => PackedBatch.Of([.. Samples.Select(s => s.Network)]);

    // Twelve nodes of three operators and kinds in turn.
    private static EncodedNetwork Network()
    {
        int width = Encoding.NodeFeatureCount;
        float[] features = new float[Nodes * width];
        Array.Fill(features, 0.5f);
        for (int n = 0; n < Nodes; n++)
        {
            var row = features.AsSpan(n * width, width);
            row[..(Encoding.OperatorFeatures + Encoding.KindFeatures)].Clear();
            row[n % 3] = 1;
            row[Encoding.OperatorFeatures + (n % 3)] = 1;
        }

        return new EncodedNetwork(Nodes, features, [], [], new float[Encoding.StaticFeatureCount]);
    }
}
