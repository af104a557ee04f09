using NarFormer.Graphs.Costs;
using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class SequenceWorkTests
{
    [Theory]
    [InlineData("LSTM", 4, 26)]
    [InlineData("GRU", 3, 20)]
    [InlineData("RNN", 1, 3)]
    public void A_recurrent_layer_multiplies_by_its_weights_at_every_step(string type, int gates, int flopsPerUnit)
    {
        const long Time = 10, Batch = 2, Inputs = 16, Hidden = 32, Directions = 2;
        var cost = Cost(
            type,
            [Input("x", Time, Batch, Inputs), Weight("w", Directions, gates * Hidden, Inputs), Weight("r", Directions, gates * Hidden, Hidden)],
            Computed("y", Time, Directions, Batch, Hidden));
        cost.Macs.ShouldBe(Time * Batch * Directions * gates * Hidden * (Inputs + Hidden));
        cost.Flops.ShouldBe(2 * cost.Macs + Time * Batch * Directions * Hidden * flopsPerUnit);
    }

    [Fact]
    public void Attention_of_the_standard_counts_scores_and_mixing()
    {
        var cost = Cost("Attention", [Input("q", 2, 8, 10, 64), Input("k", 2, 8, 20, 64), Input("v", 2, 8, 20, 32)], Computed("y", 2, 8, 10, 32));
        cost.Macs.ShouldBe(2L * 8 * 10 * 20 * (64 + 32));
        cost.Flops.ShouldBe(2 * cost.Macs + 6 * 2 * 8 * 10 * 20);
    }

    [Fact]
    public void Attention_of_the_runtime_projects_first()
    {
        var output = Computed("y", 1, 10, 64);
        var node = new NetworkNode
        {
            Name = "a",
            Operator = "Attention",
            Domain = "com.microsoft",
            Inputs = [Input("x", 1, 10, 64), Weight("w", 64, 192), Weight("b", 192)],
            Outputs = [output],
            Attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { ["num_heads"] = new AttributeValue.Integer(4) },
        };
        NetworkCost.Of(Graph(node)).Macs.ShouldBe(10L * 64 * 192 + 2 * 10 * 10 * 64);
    }

    [Theory]
    [InlineData(new long[] { 2, 20, 64 })]
    [InlineData(new long[] { 2, 4, 20, 16 })]
    public void Multi_head_attention_reads_keys_of_either_layout(long[] keys) =>
        Cost("MultiHeadAttention", [Input("q", 2, 10, 64), Input("k", keys), Input("v", keys)], Computed("y", 2, 10, 64), Set("num_heads", 4))
            .Macs.ShouldBe(2L * 10 * 20 * 128);
}
