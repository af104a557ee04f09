namespace NarFormer.Zoo.Building;

/// <content>Message passing over <c>[batch, nodes, features]</c>.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>The feature rows of the nodes that <paramref name="nodes"/>, <c>[edges]</c>, names: <c>[batch, edges, features]</c>.</summary>
    public Value GatherNodes(Value x, Value nodes) =>
        NodeOf("Gather", [x.Name, nodes.Name], [x.Shape[0], nodes.Shape[0], x.Shape[2]], Attribute("axis", 1L));

    /// <summary>
    /// Sums messages <c>[batch, edges, features]</c> at the nodes that <paramref name="targets"/>, <c>[1, edges, 1]</c>, names.
    /// </summary>
    public Value ScatterSum(Value messages, Value targets, long nodes)
    {
        long[] shape = [messages.Shape[0], nodes, messages.Shape[2]];
        var zeros = NodeOf("Expand", [Constant(0f), Constant(shape)], shape);
        var index = NodeOf("Expand", [targets.Name, Constant(messages.Shape)], messages.Shape);
        return Node("ScatterElements", [zeros, index, messages], shape, Attribute("axis", 1L), Attribute("reduction", "add"));
    }
}
