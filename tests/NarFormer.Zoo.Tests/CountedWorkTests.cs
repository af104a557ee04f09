using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Zoo.Building;
using NarFormer.Zoo.Families;

namespace NarFormer.Zoo.Tests;

/// <summary>The builder's own count, by which networks are drawn, against the cost of the network when it is read.</summary>
public sealed class CountedWorkTests
{
    [Fact]
    public void Convnext_is_counted_as_it_is_read() => Compare((b, random) => ConvNeXt.Draw(random).Build(b));

    [Fact]
    public void Unet_is_counted_as_it_is_read() => Compare((b, random) => UNet.Draw(random).Build(b));

    [Fact]
    public void Mlp_mixer_is_counted_as_it_is_read() => Compare((b, random) => MlpMixer.Draw(random).Build(b));

    [Fact]
    public void Recurrent_networks_are_counted_as_they_are_read() => Compare((b, random) => RecurrentNetwork.Draw(random).Build(b));

    [Fact]
    public void Graph_networks_are_counted_as_they_are_read() => Compare((b, random) => GraphConvolution.Draw(random).Build(b));

    [Fact]
    public void An_lstm_of_two_directions_multiplies_at_every_step()
    {
        var builder = new NetworkBuilder(2);
        new RecurrentNetwork(false, true, 1, 32, false, false, 10, 0, 16, 0, SequenceReading.Last, [], 5).Build(builder);
        Read(builder).Macs.ShouldBe(2L * 10 * 2 * 4 * 32 * (16 + 32) + 2 * 64 * 5);
    }

    private static void Compare(Action<NetworkBuilder, SeededRandom> build)
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var builder = new NetworkBuilder(2);
            try
            {
                build(builder, new SeededRandom("counted", seed, 0));
            }
            catch (UnfitException)
            {
                continue;
            }

            var cost = Read(builder);
            cost.Macs.ShouldBe(builder.Macs);
            cost.Parameters.ShouldBe(builder.Parameters);
        }
    }

    private static NetworkCost Read(NetworkBuilder builder) => NetworkCost.Of(new OnnxReader().Read(builder.Finish("counted"), "counted"));
}
