using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>
/// Which dimensions of the inputs count examples. Where a name says so (<c>batch</c>, <c>batch_size</c>, <c>N</c>), those of
/// that name and first dimensions that are open, in inputs without such a name. Otherwise first dimensions: those that are
/// open, and those stated, in inputs of rank 2 or more, that equal the first such input's.
/// </summary>
internal sealed class BatchDimensions
{
    private readonly bool _named;
    private readonly long? _stated;

    /// <param name="inputs">The inputs that the caller gives.</param>
    public BatchDimensions(IReadOnlyList<ValueInfoProto> inputs)
    {
        var shapes = inputs.Select(i => DeclaredTypes.Dimensions(i)).OfType<TensorShapeProto>().ToList();
        _named = shapes.Any(s => s.Dim.Any(IsNamed));
        _stated = shapes.Where(s => s.Dim.Count > 1 && s.Dim[0].HasDimValue).Select(s => (long?)s.Dim[0].DimValue).FirstOrDefault();
    }

    /// <summary>Whether dimension <paramref name="index"/> of <paramref name="shape"/> counts examples.</summary>
    public bool Includes(TensorShapeProto shape, int index)
    {
        var dimension = shape.Dim[index];
        if (_named && shape.Dim.Any(IsNamed)) return IsNamed(dimension);
        if (index > 0) return false;
        bool stated = dimension.HasDimValue && dimension.DimValue >= 0;
        return !stated || (!_named && shape.Dim.Count > 1 && dimension.DimValue == _stated);
    }

    /// <summary>Whether the name of a dimension says that it counts examples.</summary>
    public static bool IsNamed(TensorShapeProto.Types.Dimension dimension) =>
        dimension.HasDimParam && (dimension.DimParam is "N" or "n" or "B" or "b" or "bs" || dimension.DimParam.Contains("batch", StringComparison.OrdinalIgnoreCase));
}
