using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>
/// Copies a model from a stream without comments and without the values of its large tensors: names, dimensions and types
/// stay, and so do tensors small enough to be a shape. Weights are skipped in the file, never read.
/// </summary>
internal sealed class WeightStripper(WireReader reader, OnnxLimits limits)
{
    // 1,024 integers can be a shape or indices into one; floats are only ever scales, of which a tensor has few.
    private const int KeptIntegerBytes = 8192, KeptFloatBytes = 256;
    private const int MessagesPerNode = 16;

    private readonly WireBuffer _output = new(limits.StructureBytes);
    private readonly WireBuffer _values = new(limits.StructureBytes);
    private long _messages;

    /// <summary>The model in wire format, without large values.</summary>
    public ReadOnlySpan<byte> Strip()
    {
        Message(MessageKind.Model, reader.Length, 0);
        return _output.Written;
    }

    private void Message(MessageKind kind, long end, int depth)
    {
        if (depth > limits.Messages) throw new OnnxException($"messages nest deeper than {limits.Messages}");
        Count();
        if (kind == MessageKind.Tensor)
        {
            Tensor(end);
            return;
        }

        while (reader.Position < end)
        {
            var tag = reader.Tag(end);
            if (tag.Type != WireType.Delimited)
            {
                _output.Scalar(tag, reader.Scalar(tag, end));
                continue;
            }

            long length = reader.Delimiter(end);
            if (MessageKinds.IsComment(kind, tag.Field)) reader.SkipBytes(length);
            else if (MessageKinds.Inside(kind, tag.Field) is { } inner)
            {
                int start = _output.Begin(tag);
                Message(inner, reader.Position + length, depth + 1);
                _output.End(start);
            }
            else
            {
                reader.Read(_output.Field(tag, length));
            }
        }
    }

    private void Tensor(long end)
    {
        _values.Clear();
        int kept = KeptIntegerBytes;
        bool large = false;
        while (reader.Position < end)
        {
            var tag = reader.Tag(end);
            var target = IsValue(tag.Field) ? _values : _output;
            if (tag.Type != WireType.Delimited)
            {
                ulong value = reader.Scalar(tag, end);
                if (tag.Field == TensorProto.DataTypeFieldNumber && IsFloat(value)) kept = KeptFloatBytes;
                if (target == _output || !large) target.Scalar(tag, value);
            }
            else
            {
                long length = reader.Delimiter(end);
                if (tag.Field == TensorProto.ExternalDataFieldNumber) Count();
                if (tag.Field == TensorProto.DocStringFieldNumber || (target == _values && (large |= length > kept))) reader.SkipBytes(length);
                else reader.Read(target.Field(tag, length));
            }

            large |= _values.Length > kept + 16;
        }

        if (!large) _output.Append(_values);
    }

    private void Count()
    {
        if (++_messages > (long)limits.Nodes * MessagesPerNode) throw new OnnxException($"the file has more parts than {limits.Nodes} nodes could need");
    }

    private static bool IsFloat(ulong dataType) => (ElementType)dataType is ElementType.Float32 or ElementType.Float16 or ElementType.BFloat16 or ElementType.Float64 or ElementType.String;

    private static bool IsValue(int field) => field is TensorProto.FloatDataFieldNumber or TensorProto.Int32DataFieldNumber
        or TensorProto.StringDataFieldNumber or TensorProto.Int64DataFieldNumber or TensorProto.RawDataFieldNumber
        or TensorProto.DoubleDataFieldNumber or TensorProto.Uint64DataFieldNumber;
}
