namespace NarFormer.Onnx.Reading;

/// <summary>The messages of the format inside which tensors can lie.</summary>
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
}
