using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Shapes;

namespace NarFormer.Onnx.Reading;

/// <summary>Decides what shape each network input has.</summary>
internal sealed class InputReader
{
    private readonly OnnxReadOptions _options;
    private readonly OpenDimensions _open;
    private readonly BatchDimensions _batch;
    private readonly DimensionReport _report = new();
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private bool _batchIsUsed;

    /// <param name="inputs">The inputs that the caller gives.</param>
    /// <param name="options">What the caller asks for.</param>
    /// <param name="open">What stands in for what nobody gives.</param>
    public InputReader(IReadOnlyList<ValueInfoProto> inputs, OnnxReadOptions options, OpenDimensions open)
    {
        _options = options;
        _open = open;
        _batch = new BatchDimensions(inputs);
        foreach (var input in inputs) Facts[input.Name] = Read(input);
        _report.AskedInVain([.. options.Dimensions.Keys.Where(n => !inputs.Any(i => DeclaredTypes.Dimensions(i)?.Dim.Any(d => d.DimParam == n) is true))]);
        if (options.Batch is { } batch && !_batchIsUsed) _report.NoBatch(batch);
    }

    /// <summary>The inputs with every dimension that can be given a value given one.</summary>
    public Dictionary<string, Fact> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>The batch that took the place of the file's own, if one did.</summary>
    public BatchChange? Batch { get; private set; }

    /// <summary>Whether another size of open dimensions would make a difference.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What the user should know of the sizes.</summary>
    public IEnumerable<string> Warnings => _report.Lines;

    /// <summary>Whether <paramref name="other"/> gives the same inputs the same dimensions.</summary>
    public bool IsSameAs(InputReader other) =>
        Facts.All(f => f.Value.Shape is null || f.Value.Shape.AsSpan().SequenceEqual(other.Facts[f.Key].Shape));

    private Fact Read(ValueInfoProto input)
    {
        var declared = DeclaredTypes.Read(input);
        if (DeclaredTypes.Dimensions(input) is not { } shape)
        {
            _report.NoShape(input.Name);
            return new Fact { Type = declared.Type, IsInput = true };
        }

        if (shape.Dim.Count > _options.Limits.Rank) throw new OnnxException($"input '{input.Name}' has more than {_options.Limits.Rank} dimensions");
        return new Fact { Type = declared.Type, Shape = [.. shape.Dim.Select((_, i) => Dimension(input.Name, shape, i))], IsInput = true };
    }

    private long Dimension(string input, TensorShapeProto shape, int index)
    {
        var dimension = shape.Dim[index];
        string name = dimension.HasDimParam ? dimension.DimParam : "";
        bool stated = dimension.HasDimValue && dimension.DimValue >= 0;
        if (name.Length > 0 && _options.Dimensions.TryGetValue(name, out long given))
        {
            _batchIsUsed |= _batch.Includes(shape, index);
            return given;
        }

        if (_options.Batch is { } batch && _batch.Includes(shape, index))
        {
            _batchIsUsed = true;
            if (stated && dimension.DimValue != batch) Batch ??= new BatchChange(dimension.DimValue, batch);
            return batch;
        }

        if (stated) return dimension.DimValue;
        if (name.Length == 0 || !_sizes.TryGetValue(name, out long size)) size = Open(shape, index, name);
        _report.Chosen(input, index, name, size);
        return size;
    }

    private long Open(TensorShapeProto shape, int index, string name)
    {
        bool batch = index == 0 || BatchDimensions.IsNamed(shape.Dim[index]);
        IsOpen |= !batch;
        bool trailing = shape.Dim.Skip(index).All(d => !d.HasDimValue || d.DimValue < 0);
        long size = batch || (_open.TrailingOnly && !trailing) ? 1 : _open.Size;
        if (name.Length > 0) _sizes[name] = size;
        return size;
    }
}
