using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Every tensor that a model stores: initialisers and attributes, those of subgraphs and functions included.</summary>
internal static class StoredTensors
{
    /// <summary>The tensors of <paramref name="model"/>.</summary>
    public static IEnumerable<TensorProto> Of(ModelProto model) =>
        Of(model.Graph).Concat(model.Functions.SelectMany(f => f.Node.SelectMany(Of)));

    private static IEnumerable<TensorProto> Of(GraphProto graph)
    {
        foreach (var tensor in graph.Initializer) yield return tensor;
        foreach (var sparse in graph.SparseInitializer)
        {
            foreach (var tensor in Of(sparse)) yield return tensor;
        }

        foreach (var node in graph.Node)
        {
            if (node.Attribute.Count == 0) continue;
            foreach (var tensor in Of(node)) yield return tensor;
        }
    }

    private static IEnumerable<TensorProto> Of(NodeProto node) => node.Attribute.SelectMany(Of);

    private static IEnumerable<TensorProto> Of(AttributeProto attribute)
    {
        if (attribute.T is not null) yield return attribute.T;
        foreach (var tensor in attribute.Tensors) yield return tensor;
        if (attribute.G is not null)
        {
            foreach (var tensor in Of(attribute.G)) yield return tensor;
        }

        foreach (var tensor in attribute.Graphs.SelectMany(Of)) yield return tensor;
    }

    private static IEnumerable<TensorProto> Of(SparseTensorProto sparse)
    {
        if (sparse.Values is not null) yield return sparse.Values;
        if (sparse.Indices is not null) yield return sparse.Indices;
    }
}
