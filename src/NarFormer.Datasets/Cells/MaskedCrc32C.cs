using System.Buffers.Binary;
using System.Numerics;

namespace NarFormer.Datasets.Cells;

/// <summary>The checksum of TensorFlow's record files: CRC-32C (Castagnoli), rotated right by 15 bits, plus 0xA282EAD8.</summary>
internal static class MaskedCrc32C
{
    /// <summary>The checksum of <paramref name="data"/>.</summary>
    public static uint Of(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        foreach (byte value in data) crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
