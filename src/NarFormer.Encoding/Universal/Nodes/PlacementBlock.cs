namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>Where the node stands: what it reads from, who reads from it, and whether a runtime will melt it into a neighbour; with <paramref name="network"/> how far along and how large the network is.</summary>
internal sealed class PlacementBlock(bool network) : IFeatureBlock<NodeView>
{
    private const uint Convolutions = (1u << ((int)KernelCategory.DepthwiseConvolution + 1)) - 1;
    private const uint Products = (1u << ((int)KernelCategory.MatrixProduct + 1)) - 1;

    public IReadOnlyList<string> Names { get; } =
    [
        "place.dataInputs", "place.constantInputs", "place.producers", "place.consumers",
        "place.readsGraphInput", "place.isGraphOutput", "place.readOnce", "place.onlyConstantBeside",
        "fusion.activationAfterProduct", "fusion.normalizationAfterConvolution", "fusion.arithmeticAfterProduct", "fusion.normalizationFollows", "fusion.activationFollows", "fusion.arithmeticFollows",
        "fusion.chainOfElementwise", "fusion.padBeforeConvolution",
        "next.convolution", "next.product", "next.view", "next.movement", "previous.convolution", "previous.product", "previous.view", "previous.movement",
        .. network ? ["place.level", "place.nested", "network.nodes", "network.depth"] : (string[])["place.nested"],
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        bool readOnce = subject.IsReadOnce;
        var source = subject.Producers is [{ IsReadOnce: true } first, ..] ? first : null;
        bool followsProduct = FollowsProduct(subject);
        var consumer = After(subject);
        row.Add(LogScale.Small(subject.DataInputs));
        row.Add(LogScale.Small(subject.ConstantInputs));
        row.Add(LogScale.Small(subject.Producers.Count));
        row.Add(LogScale.Small(subject.Consumers));
        row.Add(subject.ReadsGraphInput);
        row.Add(subject.IsGraphOutput);
        row.Add(readOnce);
        row.Add(subject is { DataInputs: 1, ConstantInputs: > 0 });
        row.Add(subject.IsActivation && followsProduct);
        row.Add(subject.Category == KernelCategory.Normalization && source is { IsConvolution: true });
        row.Add(subject.Category == KernelCategory.Arithmetic && followsProduct);
        row.Add(subject.IsConvolution && readOnce && subject.Consumer!.Category == KernelCategory.Normalization);
        row.Add(subject.IsProduct && consumer is { IsActivation: true });
        row.Add(subject.IsProduct && consumer is { Category: KernelCategory.Arithmetic });
        row.Add(subject.IsElementwise && source is { IsElementwise: true });
        row.Add(readOnce && subject.Node.Operator == "Pad" && subject.Consumer!.IsConvolution);
        WriteNeighbours(subject.NextCategories, ref row);
        WriteNeighbours(subject.PreviousCategories, ref row);
        if (network) row.Add(subject.Graph.Depth > 0 ? (double)subject.Level / subject.Graph.Depth : 0);
        row.Add(LogScale.Small(subject.Node.Depth));
        if (!network) return;
        row.Add(LogScale.Large(subject.Graph.Nodes.Length));
        row.Add(LogScale.Large(subject.Graph.Depth));
    }

    /// <summary>Whether a product is read that nobody else reads, directly or through a normalisation that melts into it.</summary>
    private static bool FollowsProduct(NodeView subject)
    {
        foreach (var producer in subject.Producers)
        {
            if (!producer.IsReadOnce) continue;
            if (producer.IsProduct) return true;
            if (producer is { Category: KernelCategory.Normalization, Producers: [{ IsReadOnce: true, IsConvolution: true }, ..] }) return true;
        }

        return false;
    }

    /// <summary>The only reader, seen through a normalisation that melts into this convolution.</summary>
    private static NodeView? After(NodeView subject)
    {
        if (!subject.IsReadOnce) return null;
        var consumer = subject.Consumer!;
        bool melts = subject.IsConvolution && consumer is { Category: KernelCategory.Normalization, IsReadOnce: true };
        return melts ? consumer.Consumer : consumer;
    }

    private static void WriteNeighbours(uint categories, ref FeatureRow row)
    {
        row.Add((categories & Convolutions) != 0);
        row.Add((categories & Products) != 0);
        row.Add((categories & NodeView.Bit(KernelCategory.View)) != 0);
        row.Add((categories & NodeView.Bit(KernelCategory.Movement)) != 0);
    }
}
