using Google.Protobuf;
using NarFormer.Onnx.Schema;
using NarFormer.Zoo;

namespace NarFormer.Server.Bench;

/// <summary>Networks of about 100 nodes that differ in how many classes they tell apart, so that the service knows none of them.</summary>
internal sealed class DistinctNetworks
{
    private const int Nodes = 100;
    private const int Tolerance = 2;
    private const int SeedsToTry = 400;

    private readonly ModelProto _model;
    private readonly TensorProto _weight;
    private readonly TensorProto _bias;
    private readonly Lock _lock = new();
    private int _classes = 10;

    public DistinctNetworks()
    {
        var candidates =
            from seed in Enumerable.Range(0, SeedsToTry)
            from family in (string[])["mobilenetv2", "resnet"]
            let model = ZooCatalog.Find(family).Generate((ulong)seed)
            where Math.Abs(model.Graph.Node.Count - Nodes) <= Tolerance && model.Graph.Node.Any(n => n.OpType == "Gemm")
            select (Family: family, Seed: seed, Model: model);
        var (name, number, first) = candidates.First();
        Name = $"{name}, seed {number}, {first.Graph.Node.Count} nodes";
        _model = first;
        var last = _model.Graph.Node.Last(n => n.OpType == "Gemm");
        _weight = Stored(last.Input[1]);
        _bias = Stored(last.Input[2]);
        _model.Graph.ValueInfo.Clear();
        foreach (var output in _model.Graph.Output) output.Type.TensorType.Shape = null;
    }

    /// <summary>Where they come from.</summary>
    public string Name { get; }

    /// <summary>The next network as a file.</summary>
    public byte[] Next()
    {
        lock (_lock)
        {
            _weight.Dims[0] = _bias.Dims[0] = ++_classes;
            return _model.ToByteArray();
        }
    }

    private TensorProto Stored(string name) => _model.Graph.Initializer.First(t => t.Name == name);
}
