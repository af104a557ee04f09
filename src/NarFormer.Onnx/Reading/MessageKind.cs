namespace NarFormer.Onnx.Reading;

/// <summary>The messages of the format that a reader looks into, to find tensors or to count what they ask for.</summary>
internal enum MessageKind
{
    /// <summary><c>ModelProto</c>.</summary>
    Model,

    /// <summary><c>GraphProto</c>.</summary>
    Graph,

    /// <summary><c>FunctionProto</c>.</summary>
    Function,

    /// <summary><c>NodeProto</c>.</summary>
    Node,

    /// <summary><c>AttributeProto</c>.</summary>
    Attribute,

    /// <summary><c>TensorProto</c>.</summary>
    Tensor,

    /// <summary><c>SparseTensorProto</c>.</summary>
    SparseTensor,

    /// <summary><c>ValueInfoProto</c>.</summary>
    ValueInfo,

    /// <summary><c>TypeProto</c>.</summary>
    Type,

    /// <summary>The type of a dense or sparse tensor.</summary>
    TensorType,

    /// <summary>The type of a sequence, a map or an optional value.</summary>
    ElementType,

    /// <summary><c>TensorShapeProto</c>.</summary>
    Shape,

    /// <summary>A message without messages inside.</summary>
    Leaf,
}
