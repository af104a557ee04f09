using System.Buffers.Binary;
using System.Text.Json;
using Google.Protobuf;
using NarFormer.Datasets.Cells;

namespace NarFormer.Datasets.Tests.Cells;

/// <summary>Writes records as NAS-Bench-101 was published.</summary>
internal static class TfRecordWriter
{
    public static byte[] Framed(byte[] data)
    {
        byte[] framed = new byte[data.Length + 16];
        BinaryPrimitives.WriteInt64LittleEndian(framed, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(8), MaskedCrc32C.Of(framed.AsSpan(0, 8)));
        data.CopyTo(framed, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(framed.AsSpan(12 + data.Length), MaskedCrc32C.Of(data));
        return framed;
    }

    public static byte[] Record(string hash, int epochs, string matrix, string operations, double validation, double test, int evaluations = 3) =>
        Framed(JsonSerializer.SerializeToUtf8Bytes(new object[] { hash, epochs, matrix, operations, Convert.ToBase64String(Metrics(validation, test, evaluations)) }));

    private static byte[] Metrics(double validation, double test, int evaluations) => Message(output =>
    {
        for (int i = 1; i <= evaluations; i++)
        {
            double part = (double)i / evaluations;
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(Message(inner =>
            {
                double[] fields = [108 * part, 1000 * part, 0.99 * part, validation * part, test * part];
                for (int field = 0; field < fields.Length; field++)
                {
                    inner.WriteTag(field + 1, WireFormat.WireType.Fixed64);
                    inner.WriteDouble(fields[field]);
                }

                inner.WriteTag(6, WireFormat.WireType.LengthDelimited);
                inner.WriteString("model.ckpt");
            })));
        }

        output.WriteTag(2, WireFormat.WireType.Varint);
        output.WriteInt32(8_555_530);
        output.WriteTag(3, WireFormat.WireType.Fixed64);
        output.WriteDouble(1234);
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true)) write(output);
        return stream.ToArray();
    }
}
