using NarFormer.Graphs;

namespace NarFormer.Store;

/// <summary>A label for every operation of a network and every tensor that it is given.</summary>
internal sealed class GraphLabels
{
    private const int Declared = -1, Overridable = -2;

    private readonly LabelWriter _writer = new();
    private readonly Dictionary<string, Port> _makers = new(StringComparer.Ordinal);
    private readonly List<UInt128> _labels = [];
    private readonly List<List<Reading>> _sources = [];
    private readonly List<List<Reading>> _readers = [];

    /// <summary>Labels everything by what it is, for itself.</summary>
    public GraphLabels(NetworkGraph network)
    {
        foreach (var input in network.Inputs) AddGiven(input);
        foreach (var node in network.Nodes) Add(node);
        foreach (var output in network.Outputs)
        {
            var maker = MakerOf(output);
            _readers[maker.Item].Add(new Reading(Declared, maker.Output, Declared));
        }
    }

    /// <summary>The labels.</summary>
    public IEnumerable<UInt128> All => _labels;

    /// <summary>Every label takes in those of what it depends on.</summary>
    public void TakeInSources()
    {
        for (int item = 0; item < _labels.Count; item++)
        {
            _writer.Write(_labels[item]);
            foreach (var source in _sources[item]) Write(source);
            _labels[item] = _writer.Finish();
        }
    }

    /// <summary>Every label takes in those of what depends on it, in no order.</summary>
    public void TakeInReaders()
    {
        for (int item = _labels.Count - 1; item >= 0; item--)
        {
            _writer.Write(_labels[item]);
            foreach (var reader in _readers[item].OrderBy(LabelOf).ThenBy(r => r.Position).ThenBy(r => r.Output)) Write(reader);
            _labels[item] = _writer.Finish();
        }
    }

    private void Add(NetworkNode node)
    {
        // What a subgraph is given is made nowhere.
        foreach (var input in node.Inputs)
        {
            if (input is not null && input.Kind != TensorKind.Constant) MakerOf(input);
        }

        int item = AddItem(OwnLabel(node));
        for (int position = 0; position < node.Inputs.Count; position++)
        {
            if (node.Inputs[position] is not { } input || input.Kind == TensorKind.Constant) continue;
            var maker = MakerOf(input);
            _sources[item].Add(new Reading(maker.Item, maker.Output, position));
            _readers[maker.Item].Add(new Reading(item, maker.Output, position));
        }

        for (int output = 0; output < node.Outputs.Count; output++)
        {
            if (node.Outputs[output] is { } tensor) _makers[tensor.Name] = new Port(item, output);
        }
    }

    private Port MakerOf(NetworkTensor tensor) => _makers.TryGetValue(tensor.Name, out var maker) ? maker : AddGiven(tensor);

    private Port AddGiven(NetworkTensor tensor)
    {
        _writer.Write((long)tensor.Kind);
        _writer.Write(tensor);
        return _makers[tensor.Name] = new Port(AddItem(_writer.Finish()), 0);
    }

    private int AddItem(UInt128 label)
    {
        _labels.Add(label);
        _sources.Add([]);
        _readers.Add([]);
        return _labels.Count - 1;
    }

    private UInt128 OwnLabel(NetworkNode node)
    {
        _writer.Write(node.QualifiedOperator);
        _writer.Write(node.Depth);
        _writer.Write(node.Attributes.Count);
        foreach (var (name, value) in node.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            _writer.Write(name);
            _writer.Write(value);
        }

        _writer.Write(node.Outputs, _writer.Write);
        _writer.Write(node.Inputs, input => WriteStored(node, input));
        return _writer.Finish();
    }

    // 64-bit integers say which axes, parts or sizes are meant; those of narrower types can be weights of a quantised network.
    private void WriteStored(NetworkNode node, NetworkTensor? input)
    {
        _writer.Write(input switch { null => Declared, { IsOverridable: true } => Overridable, _ => (long)input.Kind });
        if (input is not { Kind: TensorKind.Constant }) return;
        _writer.Write(input);
        if (input is { ElementType: ElementType.Int64, IntegerValues: { } values } && !IsSaidByShape(node)) _writer.Write(values, _writer.Write);
    }

    private static bool IsSaidByShape(NetworkNode node) => node.Operator is "Reshape" or "Expand" && node.Outputs is [{ Shape.IsKnown: true }];

    private void Write(Reading reading)
    {
        _writer.Write(LabelOf(reading));
        _writer.Write(reading.Position);
        _writer.Write(reading.Output);
    }

    private UInt128 LabelOf(Reading reading) => reading.Item == Declared ? 0 : _labels[reading.Item];

    /// <summary>A place where a tensor is made.</summary>
    private readonly record struct Port(int Item, int Output);

    /// <summary>That an item reads a tensor, or is read.</summary>
    private readonly record struct Reading(int Item, int Output, int Position);
}
