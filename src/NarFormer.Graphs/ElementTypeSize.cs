namespace NarFormer.Graphs;

/// <summary>How many bytes elements take.</summary>
public static class ElementTypeSize
{
    extension(ElementType type)
    {
        /// <summary>Bits of one element; 0 for <see cref="ElementType.Undefined"/> and <see cref="ElementType.String"/>, whose size is not fixed.</summary>
        public int BitsPerElement => type switch
        {
            ElementType.UInt4 or ElementType.Int4 or ElementType.Float4E2M1 => 4,
            ElementType.UInt8 or ElementType.Int8 or ElementType.Bool or ElementType.Float8E4M3FN
                or ElementType.Float8E4M3FNUZ or ElementType.Float8E5M2 or ElementType.Float8E5M2FNUZ => 8,
            ElementType.UInt16 or ElementType.Int16 or ElementType.Float16 or ElementType.BFloat16 => 16,
            ElementType.Float32 or ElementType.Int32 or ElementType.UInt32 => 32,
            ElementType.Float64 or ElementType.Int64 or ElementType.UInt64 or ElementType.Complex64 => 64,
            ElementType.Complex128 => 128,
            _ => 0,
        };

        /// <summary>Bytes that <paramref name="count"/> elements take, rounded up to a whole byte; at most <see cref="long.MaxValue"/>.</summary>
        public long BytesFor(long count) =>
            count <= long.MaxValue / 128 ? (count * type.BitsPerElement + 7) / 8 : (long)Int128.Min(long.MaxValue, ((Int128)count * type.BitsPerElement + 7) / 8);
    }
}
