using NarFormer.Encoding.Universal.Fusion;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>Whether the output is expected in blocks of channels, the copies at the borders of such regions, and what blocks add to channels that do not fill them.</summary>
internal sealed class LayoutBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } = ["layout.blocked", "layout.reads", "layout.readBytes", "layout.gives", "layout.givenBytes", "layout.padding"];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var layouts = subject.Graph.Layouts;
        double read = layouts.ReadBytes(subject), given = layouts.GivenBytes(subject);
        bool blocked = layouts.IsBlocked(subject);
        row.Add(blocked);
        row.Add(read > 0);
        row.Add(LogScale.Large(read));
        row.Add(given > 0);
        row.Add(LogScale.Large(given));
        row.Add(blocked ? Padding(subject.Output!.Shape![1]) : 0);
    }

    private static double Padding(long channels) =>
        channels > 0 ? (double)((channels + ChannelLayouts.Block - 1) / ChannelLayouts.Block * ChannelLayouts.Block) / channels - 1 : 0;
}
