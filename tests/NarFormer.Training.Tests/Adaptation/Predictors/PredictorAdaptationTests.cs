using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Files;
using NarFormer.Tests.Architecture;
using NarFormer.Tests.Runtime;
using NarFormer.Training.Adaptation.Predictors;

namespace NarFormer.Training.Tests.Adaptation.Predictors;

public sealed class PredictorAdaptationTests : IDisposable
{
    private const double Slower = 3;

    private static readonly AdaptationTarget Target = new("mine", "my board", "abcd");

    private readonly string _folder = Directory.CreateTempSubdirectory("adaptation").FullName;

    [Fact]
    public void The_adapted_predictor_is_read_and_gives_the_latencies_of_the_new_platform()
    {
        var source = UntrainedPredictor.File();
        var adapted = PredictorAdaptation.Of(source, Samples(source, 12), Target);
        using var old = Load(source, "old.onnx");
        using var predictor = Load(adapted, "new.onnx");
        foreach (var network in Networks(30, first: 100))
        {
            var prediction = predictor.Predict(network);
            double expected = Slower * old.Predict(network).Value;
            prediction.Value.ShouldBe(expected, 0.1 * expected);
            prediction.NodeCosts.Sum(c => (double)c).ShouldBe(prediction.Value, 1e-3 * prediction.Value);
            prediction.Platform.ShouldBe("my board");
        }
    }

    [Fact]
    public void It_says_what_it_was_made_of()
    {
        var source = UntrainedPredictor.File();
        var adapted = PredictorAdaptation.Of(source, Samples(source, 12), Target).Description;
        adapted.Name.ShouldBe("mine");
        adapted.Adaptation.ShouldNotBeNull();
        adapted.Adaptation.Predictor.ShouldBe(source.Version);
        (adapted.Adaptation.Platform, adapted.Adaptation.Measurements, adapted.Adaptation.Sha256).ShouldBe(("a test", 12, "abcd"));
        adapted.Adaptation.Factor.ShouldBe(Slower, 0.1);
        adapted.Scores["left out"].Networks.ShouldBe(12);
        adapted.TrainingData.ShouldBe(source.Description.TrainingData);
    }

    [Fact]
    public void Errors_are_those_of_measurements_that_were_left_out_and_never_below_those_it_had()
    {
        var source = UntrainedPredictor.File();
        var random = new Random(3);
        AdaptationSample[] noisy = [.. Samples(source, 20).Select(s => s with { LatencyMs = s.LatencyMs * Math.Exp(random.NextDouble() - 0.5) })];
        var wide = PredictorAdaptation.Of(source, noisy, Target).Description.ErrorQuantiles;
        var exact = PredictorAdaptation.Of(source, Samples(source, 20), Target).Description.ErrorQuantiles;
        for (int q = 0; q < wide.Count; q++)
        {
            var before = source.Description.ErrorQuantiles[q];
            wide[q].Coverage.ShouldBe(before.Coverage);
            wide[q].LogError.ShouldBeGreaterThan(before.LogError);
            exact[q].LogError.ShouldBeGreaterThanOrEqualTo(before.LogError);
        }
    }

    [Fact]
    public void Errors_that_depend_on_the_network_are_widened_too()
    {
        var source = UntrainedPredictor.ScaledFile();
        var random = new Random(3);
        AdaptationSample[] noisy = [.. Samples(source, 20).Select(s => s with { LatencyMs = s.LatencyMs * Math.Exp(2 * (random.NextDouble() - 0.5)) })];
        var wide = PredictorAdaptation.Of(source, noisy, Target).Description.ErrorScale!;
        var exact = PredictorAdaptation.Of(source, Samples(source, 20), Target).Description.ErrorScale!;
        for (int m = 0; m < wide.Multiples.Count; m++)
        {
            wide.Multiples[m].Multiple.ShouldBeGreaterThan(UntrainedPredictor.Scale.Multiples[m].Multiple);
            exact.Multiples[m].Multiple.ShouldBeGreaterThanOrEqualTo(UntrainedPredictor.Scale.Multiples[m].Multiple);
        }

        wide.Terms.ShouldBe(UntrainedPredictor.Scale.Terms);
    }

    [Fact]
    public void An_adapted_predictor_can_be_adapted_again()
    {
        var source = UntrainedPredictor.File();
        var once = PredictorAdaptation.Of(source, Samples(source, 12), Target);
        var back = PredictorAdaptation.Of(once, [.. Samples(source, 12).Select(s => s with { LatencyMs = s.LatencyMs / Slower })], Target);
        using var old = Load(source, "old.onnx");
        using var predictor = Load(back, "back.onnx");
        var network = Networks(1, first: 200)[0];
        predictor.Predict(network).Value.ShouldBe(old.Predict(network).Value, 0.15 * old.Predict(network).Value);
        back.Description.Adaptation!.Predictor.ShouldBe(once.Version);
    }

    [Fact]
    public void Too_few_measurements_are_refused()
    {
        var source = UntrainedPredictor.File();
        Should.Throw<InvalidDataException>(() => PredictorAdaptation.Of(source, Samples(source, 2), Target)).Message.ShouldContain("2 measurements are too few");
    }

    [Fact]
    public void A_predictor_of_accuracy_is_refused()
    {
        var source = UntrainedPredictor.File();
        var accuracy = source with { Description = source.Description with { Predicts = "accuracy", Unit = "" } };
        Should.Throw<InvalidDataException>(() => PredictorAdaptation.Of(accuracy, Samples(source, 5), Target)).Message.ShouldContain("accuracy");
    }

    [Fact]
    public void A_predictor_that_was_trained_to_rank_is_refused()
    {
        var source = UntrainedPredictor.File();
        var ranking = source with { Description = source.Description with { Cells = new CellsDescription("mine", ["a"], false, [new(0, 1), new(1, 2)]) } };
        Should.Throw<InvalidDataException>(() => PredictorAdaptation.Of(ranking, Samples(source, 5), Target)).Message.ShouldContain("rank");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static EncodedNetwork[] Networks(int count, int first) =>
        [.. Enumerable.Range(first, count).Select(seed => RandomNetworks.Of(UntrainedPredictor.Options, 5 + (seed % 9), 12, seed))];

    private AdaptationSample[] Samples(PredictorFile source, int count)
    {
        using var predictor = Load(source, "source.onnx");
        return [.. Networks(count, first: 1).Select((n, i) => new AdaptationSample($"{i}", Slower * predictor.Predict(n).Value, n))];
    }

    private Predictor Load(PredictorFile file, string name)
    {
        string path = Path.Combine(_folder, name);
        file.Write(path);
        return Predictor.Load(path);
    }
}
