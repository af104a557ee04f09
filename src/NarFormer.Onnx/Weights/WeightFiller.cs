using System.Runtime.InteropServices;
using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Weights;

/// <summary>
/// Gives values to weights that a file describes without storing them. The values are pseudo-random, the same for the
/// same model, and scaled so that activations stay finite; latency does not depend on them otherwise.
/// </summary>
public sealed class WeightFiller
{
    // A prime length, so that rows of a matrix do not repeat.
    private const int BlockLength = 16381;
    private readonly float[] _block = NormalBlock();

    /// <summary>Fills every initialiser of <paramref name="model"/> that has dimensions but no data, in place.</summary>
    /// <returns>The number of tensors that were filled.</returns>
    /// <exception cref="OnnxException">A weight is larger than a file can hold.</exception>
    public int Fill(ModelProto model)
    {
        var roles = WeightRoles.Of(model.Graph);
        int filled = 0;
        foreach (var tensor in model.Graph.Initializer)
        {
            if (tensor.DataLocation == TensorProto.Types.DataLocation.External || TensorData.IsPresent(tensor)) continue;
            tensor.RawData = UnsafeByteOperations.UnsafeWrap(Values(tensor, roles.GetValueOrDefault(tensor.Name)));
            filled++;
        }

        return filled;
    }

    private byte[] Values(TensorProto tensor, WeightRole role)
    {
        var type = (ElementType)tensor.DataType;
        Int128 count = tensor.Dims.Aggregate((Int128)1, (product, dimension) => product * dimension);
        if (count < 0 || count * type.BitsPerElement / 8 > Array.MaxLength)
            throw new OnnxException($"weight '{tensor.Name}' is too large to be filled: {string.Join('x', tensor.Dims)}");
        byte[] bytes = new byte[type.BytesFor((long)count)];
        switch (type)
        {
            case ElementType.Float32:
                FillSingles(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), role, FanIn(tensor, role));
                break;
            case ElementType.Float16:
                FillHalves(MemoryMarshal.Cast<byte, Half>(bytes.AsSpan()), role, FanIn(tensor, role));
                break;
            case ElementType.Int8 or ElementType.UInt8:
                for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(i * 37 % 19);
                break;
        }

        return bytes;
    }

    private void FillSingles(Span<float> values, WeightRole role, long fanIn)
    {
        if (role == WeightRole.Positive)
        {
            values.Fill(1);
            return;
        }

        int block = Math.Min(BlockLength, values.Length);
        float scale = Scale(role, fanIn);
        for (int i = 0; i < block; i++) values[i] = _block[i] * scale;
        for (int start = block; start < values.Length; start += BlockLength)
            values[..Math.Min(BlockLength, values.Length - start)].CopyTo(values[start..]);
    }

    private void FillHalves(Span<Half> values, WeightRole role, long fanIn)
    {
        float scale = Scale(role, fanIn);
        for (int i = 0; i < values.Length; i++) values[i] = role == WeightRole.Positive ? (Half)1 : (Half)(_block[i % BlockLength] * scale);
    }

    private static float Scale(WeightRole role, long fanIn) => role == WeightRole.Offset ? 0.01f : 1 / MathF.Sqrt(Math.Max(1, fanIn));

    private static long FanIn(TensorProto tensor, WeightRole role)
    {
        if (tensor.Dims.Count < 2) return 1;
        return role == WeightRole.RightFactor ? tensor.Dims[^2] : tensor.Dims.Skip(1).Aggregate(1L, (product, dimension) => product * dimension);
    }

    private static float[] NormalBlock()
    {
        float[] block = new float[BlockLength];
        ulong state = 0x2306107922;
        for (int i = 0; i < block.Length; i++)
        {
            // The sum of four uniform numbers is close enough to normal.
            float sum = 0;
            for (int k = 0; k < 4; k++)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                sum += (state >> 40) / (float)(1 << 24);
            }

            block[i] = (sum - 2) * MathF.Sqrt(3);
        }

        return block;
    }
}
