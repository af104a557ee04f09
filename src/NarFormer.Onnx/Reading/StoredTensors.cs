using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Every tensor that a model stores: initialisers and attributes, those of subgraphs and functions included.</summary>
internal static class StoredTensors
{
    /// <summary>Calls <paramref name="visit"/> for each tensor of <paramref name="model"/>.</summary>
    public static void Visit(ModelProto model, Action<TensorProto> visit)
    {
        Visit(model.Graph, visit);
        foreach (var function in model.Functions) Visit(function.Node, visit);
    }

    private static void Visit(GraphProto graph, Action<TensorProto> visit)
    {
        foreach (var tensor in graph.Initializer) visit(tensor);
        foreach (var sparse in graph.SparseInitializer) Visit(sparse, visit);
        Visit(graph.Node, visit);
    }

    private static void Visit(IEnumerable<NodeProto> nodes, Action<TensorProto> visit)
    {
        foreach (var node in nodes)
        {
            foreach (var attribute in node.Attribute) Visit(attribute, visit);
        }
    }

    private static void Visit(AttributeProto attribute, Action<TensorProto> visit)
    {
        if (attribute.T is not null) visit(attribute.T);
        if (attribute.G is not null) Visit(attribute.G, visit);
        if (attribute.SparseTensor is not null) Visit(attribute.SparseTensor, visit);
        foreach (var tensor in attribute.Tensors) visit(tensor);
        foreach (var graph in attribute.Graphs) Visit(graph, visit);
        foreach (var sparse in attribute.SparseTensors) Visit(sparse, visit);
    }

    private static void Visit(SparseTensorProto sparse, Action<TensorProto> visit)
    {
        if (sparse.Values is not null) visit(sparse.Values);
        if (sparse.Indices is not null) visit(sparse.Indices);
    }
}
