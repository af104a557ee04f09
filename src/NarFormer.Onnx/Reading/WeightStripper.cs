using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>
/// Copies a model from a stream without the values of its large tensors: names, dimensions and types stay, and so do
/// tensors small enough to be a shape. Weights are skipped in the file, never read.
/// </summary>
internal sealed class WeightStripper(WireReader reader, OnnxLimits limits)
{
    private const int KeptBytes = 8192;

    private long _kept;

    /// <summary>The model in wire format, without large values.</summary>
    public byte[] Strip() => Message(MessageKind.Model, reader.Length, 0);

    private byte[] Message(MessageKind kind, long end, int depth)
    {
        if (depth > limits.Nesting * 4) throw new OnnxException($"messages nest deeper than {limits.Nesting * 4}");
        using var output = new WireWriter();
        using var values = new WireWriter();
        bool large = false;
        while (reader.Position < end)
        {
            var tag = reader.Tag(end);
            bool isValue = kind == MessageKind.Tensor && IsValue(tag.Field);
            if (tag.Type != WireType.Delimited)
            {
                var target = isValue ? values : output;
                if (isValue && (large |= values.Length > KeptBytes)) reader.Skip(tag, end);
                else target.Scalar(tag, reader.Scalar(tag, end));
                continue;
            }

            long length = reader.Delimiter(end);
            if (isValue && (large |= length > KeptBytes || values.Length > KeptBytes)) reader.SkipBytes(length);
            else if (MessageKinds.Inside(kind, tag.Field) is { } inner) output.Delimited(tag, Message(inner, reader.Position + length, depth + 1));
            else (isValue ? values : output).Delimited(tag, Keep(length));
        }

        if (!large) output.Append(values);
        return output.ToArray();
    }

    private byte[] Keep(long length)
    {
        _kept += length;
        if (_kept > limits.StructureBytes) throw new OnnxException($"the file without its weights is larger than {limits.StructureBytes} bytes");
        return reader.Bytes(length);
    }

    private static bool IsValue(int field) => field is TensorProto.FloatDataFieldNumber or TensorProto.Int32DataFieldNumber
        or TensorProto.StringDataFieldNumber or TensorProto.Int64DataFieldNumber or TensorProto.RawDataFieldNumber
        or TensorProto.DoubleDataFieldNumber or TensorProto.Uint64DataFieldNumber;
}
