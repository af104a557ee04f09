using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Which fields lead to tensors.</summary>
internal static class MessageKinds
{
    /// <summary>The kind of message in <paramref name="field"/> of <paramref name="kind"/>, or <see langword="null"/> if no tensor can lie there.</summary>
    public static MessageKind? Inside(MessageKind kind, int field) => (kind, field) switch
    {
        (MessageKind.Model, ModelProto.GraphFieldNumber) => MessageKind.Graph,
        (MessageKind.Model, ModelProto.FunctionsFieldNumber) => MessageKind.Function,
        (MessageKind.Graph, GraphProto.NodeFieldNumber) => MessageKind.Node,
        (MessageKind.Graph, GraphProto.InitializerFieldNumber) => MessageKind.Tensor,
        (MessageKind.Graph, GraphProto.SparseInitializerFieldNumber) => MessageKind.SparseTensor,
        (MessageKind.Function, FunctionProto.NodeFieldNumber) => MessageKind.Node,
        (MessageKind.Function, FunctionProto.AttributeProtoFieldNumber) => MessageKind.Attribute,
        (MessageKind.Node, NodeProto.AttributeFieldNumber) => MessageKind.Attribute,
        (MessageKind.Attribute, AttributeProto.TFieldNumber or AttributeProto.TensorsFieldNumber) => MessageKind.Tensor,
        (MessageKind.Attribute, AttributeProto.GFieldNumber or AttributeProto.GraphsFieldNumber) => MessageKind.Graph,
        (MessageKind.Attribute, AttributeProto.SparseTensorFieldNumber or AttributeProto.SparseTensorsFieldNumber) => MessageKind.SparseTensor,
        (MessageKind.SparseTensor, SparseTensorProto.ValuesFieldNumber or SparseTensorProto.IndicesFieldNumber) => MessageKind.Tensor,
        _ => null,
    };
}
