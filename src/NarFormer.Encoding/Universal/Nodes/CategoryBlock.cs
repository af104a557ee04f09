namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>The kind of work, so that operators that are rare in training share what is learned from their like.</summary>
internal sealed class CategoryBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } = [.. KernelCategories.Names.Select(n => $"category.{n}")];

    public void Write(NodeView subject, ref FeatureRow row) => row.AddOneHot((int)subject.Category, KernelCategories.Count);
}
