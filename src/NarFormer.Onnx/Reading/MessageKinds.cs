using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>What lies in the fields of messages.</summary>
internal static class MessageKinds
{
    /// <summary>The kind of message in <paramref name="field"/> of <paramref name="kind"/>, or <see langword="null"/> if it is not looked into.</summary>
    public static MessageKind? Inside(MessageKind kind, int field) => (kind, field) switch
    {
        (MessageKind.Model, ModelProto.GraphFieldNumber) => MessageKind.Graph,
        (MessageKind.Model, ModelProto.FunctionsFieldNumber) => MessageKind.Function,
        (MessageKind.Model, ModelProto.OpsetImportFieldNumber) => MessageKind.Leaf,
        (MessageKind.Graph, GraphProto.NodeFieldNumber) => MessageKind.Node,
        (MessageKind.Graph, GraphProto.InitializerFieldNumber) => MessageKind.Tensor,
        (MessageKind.Graph, GraphProto.SparseInitializerFieldNumber) => MessageKind.SparseTensor,
        (MessageKind.Graph, GraphProto.InputFieldNumber or GraphProto.OutputFieldNumber or GraphProto.ValueInfoFieldNumber) => MessageKind.ValueInfo,
        (MessageKind.Function, FunctionProto.NodeFieldNumber) => MessageKind.Node,
        (MessageKind.Function, FunctionProto.AttributeProtoFieldNumber) => MessageKind.Attribute,
        (MessageKind.Function, FunctionProto.OpsetImportFieldNumber) => MessageKind.Leaf,
        (MessageKind.Node, NodeProto.AttributeFieldNumber) => MessageKind.Attribute,
        (MessageKind.Attribute, AttributeProto.TFieldNumber or AttributeProto.TensorsFieldNumber) => MessageKind.Tensor,
        (MessageKind.Attribute, AttributeProto.GFieldNumber or AttributeProto.GraphsFieldNumber) => MessageKind.Graph,
        (MessageKind.Attribute, AttributeProto.SparseTensorFieldNumber or AttributeProto.SparseTensorsFieldNumber) => MessageKind.SparseTensor,
        (MessageKind.Attribute, AttributeProto.TpFieldNumber or AttributeProto.TypeProtosFieldNumber) => MessageKind.Type,
        (MessageKind.SparseTensor, SparseTensorProto.ValuesFieldNumber or SparseTensorProto.IndicesFieldNumber) => MessageKind.Tensor,
        (MessageKind.ValueInfo, ValueInfoProto.TypeFieldNumber) => MessageKind.Type,
        // Tensor, sequence, map, sparse and optional types; whichever it is, field 1 or 2 leads on.
        (MessageKind.Type, TypeProto.TensorTypeFieldNumber or TypeProto.SparseTensorTypeFieldNumber) => MessageKind.TensorType,
        (MessageKind.Type, TypeProto.SequenceTypeFieldNumber or TypeProto.MapTypeFieldNumber or TypeProto.OptionalTypeFieldNumber) => MessageKind.ElementType,
        (MessageKind.TensorType, TypeProto.Types.Tensor.ShapeFieldNumber) => MessageKind.Shape,
        (MessageKind.ElementType, TypeProto.Types.Sequence.ElemTypeFieldNumber or TypeProto.Types.Map.ValueTypeFieldNumber) => MessageKind.Type,
        (MessageKind.Shape, TensorShapeProto.DimFieldNumber) => MessageKind.Leaf,
        _ => null,
    };

    /// <summary>Whether <paramref name="field"/> holds text about the network that nothing depends on.</summary>
    public static bool IsComment(MessageKind kind, int field) => (kind, field) switch
    {
        (MessageKind.Model, ModelProto.DocStringFieldNumber or ModelProto.MetadataPropsFieldNumber) => true,
        (MessageKind.Graph, GraphProto.DocStringFieldNumber) => true,
        (MessageKind.Function, FunctionProto.DocStringFieldNumber or FunctionProto.ValueInfoFieldNumber) => true,
        (MessageKind.Node, NodeProto.DocStringFieldNumber) => true,
        (MessageKind.Attribute, AttributeProto.DocStringFieldNumber) => true,
        (MessageKind.ValueInfo, ValueInfoProto.DocStringFieldNumber) => true,
        _ => false,
    };
}
