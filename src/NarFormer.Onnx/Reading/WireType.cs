namespace NarFormer.Onnx.Reading;

/// <summary>How a field of the protobuf wire format is stored.</summary>
internal enum WireType
{
    /// <summary>7 bits a byte.</summary>
    Varint = 0,

    /// <summary>8 bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length and as many bytes.</summary>
    Delimited = 2,

    /// <summary>4 bytes.</summary>
    Fixed32 = 5,
}
