using System.Buffers.Binary;

namespace NarFormer.Datasets.Cells;

/// <summary>
/// The framing of TensorFlow's record files: the length (8 bytes, little endian), its masked CRC-32C, the data, their masked CRC-32C.
/// </summary>
internal static class TfRecordFile
{
    private const int HeadLength = sizeof(ulong) + sizeof(uint);
    private const int LengthLimit = 1 << 24;

    /// <summary>Whether <paramref name="head"/> starts with a length and its checksum.</summary>
    public static bool StartsLikeOne(ReadOnlySpan<byte> head) => head.Length >= HeadLength && LengthIsIntact(head);

    /// <summary>The data of each record, and whether they are what their checksum says.</summary>
    /// <exception cref="InvalidDataException">A length is wrong or the file ends early, so that no further record can be found; the message names the record.</exception>
    public static IEnumerable<(int Number, byte[] Data, bool Intact)> Records(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        byte[] head = new byte[HeadLength], tail = new byte[sizeof(uint)];
        for (int number = 1; stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) is > 0 and var read; number++)
        {
            if (read < HeadLength) throw Error("the file ends in the record's length");
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(head);
            if (!LengthIsIntact(head)) throw Error("the checksum of the record's length is wrong");
            if (length > LengthLimit) throw Error($"the record is {length} bytes long, and {LengthLimit} are the most");
            byte[] data = new byte[length];
            if (stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false) < data.Length || stream.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) < tail.Length)
                throw Error("the file ends in the record");
            yield return (number, data, BinaryPrimitives.ReadUInt32LittleEndian(tail) == MaskedCrc32C.Of(data));

            InvalidDataException Error(string what) => new($"{path}: record {number}: {what}");
        }
    }

    private static bool LengthIsIntact(ReadOnlySpan<byte> head) =>
        BinaryPrimitives.ReadUInt32LittleEndian(head[sizeof(ulong)..]) == MaskedCrc32C.Of(head[..sizeof(ulong)]);
}
