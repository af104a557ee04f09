using NarFormer.Encoding;
using NarFormer.Graphs;
using NarFormer.Tests.Architecture;
using NarFormer.Tests.Runtime;

namespace NarFormer.Tests;

public sealed class PredictorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public PredictorTests()
    {
        _path = _folder.File("untrained.onnx");
        UntrainedPredictor.File().Write(_path);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predicts_a_graph_with_an_interval_of_the_coverage_asked_for()
    {
        using var predictor = Predictor.Load(_path, new() { Coverage = 0.95 });
        var prediction = predictor.Predict(Chain(5));
        prediction.Value.ShouldBeGreaterThan(0);
        prediction.Low.ShouldBe(prediction.Value * Math.Exp(-0.2), 1e-6 * prediction.Value);
        prediction.High.ShouldBe(prediction.Value * Math.Exp(0.2), 1e-6 * prediction.Value);
        prediction.Coverage.ShouldBe(0.95);
        prediction.Unit.ShouldBe("ms");
        prediction.NodeCosts.Count.ShouldBe(5);
        prediction.IsFamiliar.ShouldBeTrue();
        prediction.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.9, 2)]
    public void An_interval_is_as_wide_as_the_error_expected_of_the_network(double coverage, double multiple)
    {
        string scaled = _folder.File("scaled.onnx");
        UntrainedPredictor.ScaledFile().Write(scaled);
        using var predictor = Predictor.Load(scaled, new() { Coverage = coverage });
        predictor.Coverage.ShouldBe(coverage);
        foreach (int nodes in new[] { 4, 25, 400 })
        {
            var prediction = predictor.Predict(Chain(nodes));
            double width = multiple * 0.05 * Math.Sqrt(Math.Min(nodes, 100));
            Math.Log(prediction.High / prediction.Value).ShouldBe(width, 1e-9);
            Math.Log(prediction.Value / prediction.Low).ShouldBe(width, 1e-9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Many_networks_come_in_order_and_as_one_at_a_time(int threads)
    {
        using var predictor = Predictor.Load(_path, new() { Threads = threads });
        EncodedNetwork[] networks = [.. Enumerable.Range(2, 60).Select(n => RandomNetworks.Of(UntrainedPredictor.Options, (n % 7 * 40) + 2, n, n))];
        double[] many = [.. predictor.PredictMany(networks).Select(p => p.Value)];
        for (int i = 0; i < networks.Length; i++) many[i].ShouldBe(predictor.Predict(networks[i]).Value, 1e-4 * many[i]);
    }

    [Fact]
    public void A_prediction_carries_the_vector_of_its_network()
    {
        using var predictor = Predictor.Load(_path);
        EncodedNetwork[] networks = [.. Enumerable.Range(2, 3).Select(n => RandomNetworks.Of(UntrainedPredictor.Options, n, n, n))];
        var predictions = predictor.PredictMany(networks).ToList();
        for (int i = 0; i < networks.Length; i++) predictions[i].Embedding.ToArray().ShouldBe(predictor.Embed(networks[i]), 1e-4);
    }

    [Fact]
    public void Its_version_changes_with_its_file()
    {
        using var predictor = Predictor.Load(_path);
        predictor.Version.ShouldMatch("^untrained@[0-9a-f]{12}$");
        var file = UntrainedPredictor.File();
        (file with { Model = new byte[] { 1 } }).Version.ShouldNotBe(file.Version);
    }

    [Fact]
    public void May_be_shared_between_threads()
    {
        using var predictor = Predictor.Load(_path);
        EncodedNetwork[] networks = [.. Enumerable.Range(2, 30).Select(n => RandomNetworks.Of(UntrainedPredictor.Options, n, n, n))];
        double[] alone = [.. networks.Select(n => predictor.Predict(n).Value)];
        var together = new double[networks.Length];
        Parallel.For(0, networks.Length, i => together[i] = predictor.Predict(networks[i]).Value);
        together.ShouldBe(alone);
    }

    [Fact]
    public void Says_why_a_network_is_unlike_the_training_data()
    {
        string strict = _folder.File("strict.onnx");
        UntrainedPredictor.File(limit: 1e-3f).Write(strict);
        using var predictor = Predictor.Load(strict);
        var prediction = predictor.Predict(Chain(3));
        prediction.IsFamiliar.ShouldBeFalse();
        prediction.Warnings.ShouldContain(w => w.Contains("3 of 3 nodes", StringComparison.Ordinal) && w.Contains("(Relu)", StringComparison.Ordinal));
    }

    [Fact]
    public void Embeds_a_network_as_a_vector_of_the_hidden_width()
    {
        using var predictor = Predictor.Load(_path);
        predictor.Embed(Chain(4)).Length.ShouldBe(UntrainedPredictor.Options.Hidden);
    }

    [Fact]
    public void Names_the_features_it_takes_when_given_others()
    {
        using var predictor = Predictor.Load(_path);
        Should.Throw<ArgumentException>(() => predictor.Predict(new EncodedNetwork(1, [1, 2], [], [], [])))
            .Message.ShouldContain(UntrainedPredictor.Description.Encoding);
    }

    [Fact]
    public void Lists_what_is_installed_when_a_name_is_not() =>
        Should.Throw<InvalidDataException>(() => Predictor.LoadBundled("nobody")).Message.ShouldContain("nobody");

    private static NetworkGraph Chain(int nodes)
    {
        var shape = new TensorShape(1, 8);
        NetworkTensor[] values = [.. Enumerable.Range(0, nodes + 1).Select(i => new NetworkTensor($"v{i}", i == 0 ? TensorKind.Input : TensorKind.Computed, ElementType.Float32, shape))];
        return new NetworkGraph("chain", 18, [values[0]], [values[^1]], [.. Enumerable.Range(0, nodes).Select(i =>
            new NetworkNode { Name = $"n{i}", Operator = "Relu", Inputs = [values[i]], Outputs = [values[i + 1]] })], []);
    }
}
