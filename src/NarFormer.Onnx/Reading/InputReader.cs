using NarFormer.Graphs;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Shapes;

namespace NarFormer.Onnx.Reading;

/// <summary>Decides what shape each network input has.</summary>
internal sealed class InputReader(OnnxReadOptions options, List<string> warnings)
{
    /// <summary>The batch that took the place of the file's own, if one did.</summary>
    public BatchChange? Batch { get; private set; }

    /// <summary>The input with every dimension that can be given a value given one.</summary>
    public Fact Read(ValueInfoProto input)
    {
        var declared = DeclaredTypes.Read(input);
        if (declared.Shape is not { } shape)
        {
            warnings.Add($"input '{input.Name}' has no shape");
            return new Fact { Type = declared.Type, IsInput = true };
        }

        if (shape.Length > options.Limits.Rank) throw new OnnxException($"input '{input.Name}' has more than {options.Limits.Rank} dimensions");
        var stated = (input.Type.TensorType ?? input.Type.OptionalType.ElemType.TensorType).Shape.Dim;
        for (int i = 0; i < shape.Length; i++) shape[i] = Dimension(input.Name, i, shape[i], stated[i].HasDimParam ? stated[i].DimParam : "");
        return new Fact { Type = declared.Type, Shape = shape, IsInput = true };
    }

    private long Dimension(string input, int index, long value, string name)
    {
        if (index == 0 && options.Batch is { } batch)
        {
            if (value >= 0 && value != batch) Batch ??= new BatchChange(value, batch);
            return batch;
        }

        if (value != TensorShape.Unknown) return value;
        if (name.Length > 0 && options.Dimensions.TryGetValue(name, out long given)) return given;
        warnings.Add($"dimension {(name.Length > 0 ? $"'{name}'" : index)} of input '{input}' set to 1");
        return 1;
    }
}
