using System.Text.Json.Nodes;
using NarFormer.Training.Fitting;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Fitting;

public sealed class TrainerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("runs").FullName;
    private readonly TrainingSample[] _training = SyntheticSamples.Of(60, 1);
    private readonly TrainingSample[] _validation = SyntheticSamples.Of(20, 2);

    [Fact]
    public void A_resumed_training_ends_in_the_same_bytes_as_one_that_never_stopped()
    {
        var recipe = Recipe(epochs: 6);
        Fit("whole", recipe);
        Should.Throw<OperationCanceledException>(() => Fit("stopped", recipe, stopAfter: 3));
        var outcome = Fit("stopped", recipe);

        outcome.Epochs.ShouldBe(6);
        foreach (string file in new[] { "checkpoint.safetensors", "best.safetensors" })
            File.ReadAllBytes(Path.Combine(_folder, "stopped", file)).ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "whole", file)));
        Epochs("stopped").ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void A_training_killed_between_metrics_and_checkpoint_leaves_no_trace()
    {
        var recipe = Recipe(epochs: 4);
        Fit("whole", recipe);
        Should.Throw<OperationCanceledException>(() => Fit("killed", recipe, stopAfter: 2));
        File.AppendAllText(Path.Combine(_folder, "killed", "metrics.jsonl"), "{\"epoch\":3}\n{\"epo");
        File.WriteAllText(Path.Combine(_folder, "killed", "checkpoint.safetensors.tmp"), "half");
        Fit("killed", recipe);

        Epochs("killed").ShouldBe([1, 2, 3, 4]);
        File.ReadAllBytes(Path.Combine(_folder, "killed", "best.safetensors"))
            .ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "whole", "best.safetensors")));
    }

    [Fact]
    public void The_duration_counts_the_epochs_of_all_sittings_once()
    {
        Should.Throw<OperationCanceledException>(() => Fit("timed", Recipe(epochs: 6), stopAfter: 4));
        Fit("timed", Recipe(epochs: 6)).Seconds.ShouldBe(6);
        Fit("timed", Recipe(epochs: 6)).Seconds.ShouldBe(6);
    }

    [Fact]
    public void Learns_a_sum_over_nodes()
    {
        var outcome = Fit("learns", Recipe(epochs: 60) with { LearningRate = 0.02 });
        outcome.BestScore.ShouldBeLessThan(0.06);
    }

    [Fact]
    public void Stops_when_patience_runs_out()
    {
        var outcome = Fit("patient", Recipe(epochs: 500) with { LearningRate = 0.05, Patience = 3 });
        outcome.StoppedEarly.ShouldBeTrue();
        outcome.Epochs.ShouldBe(outcome.BestEpoch + 3);
    }

    [Fact]
    public void The_kept_weights_give_the_reported_validation_error()
    {
        var outcome = Fit("kept", Recipe(epochs: 8));
        using var network = Network(seed: 99);
        WeightsFile.Load(Path.Combine(_folder, "kept", "best.safetensors"), network);
        double[] predictions = BatchedPredictions.Of(network, _validation);
        _validation.Select((s, i) => Math.Abs(predictions[i] / s.LatencyMs - 1)).Average().ShouldBe(outcome.BestScore, 1e-9);
    }

    [Fact]
    public void Another_recipe_in_the_folder_is_an_error()
    {
        Fit("other", Recipe(epochs: 1));
        Should.Throw<InvalidDataException>(() => Fit("other", Recipe(epochs: 2))).Message.ShouldContain("another recipe");
    }

    [Fact]
    public void Tensors_do_not_pile_up_over_epochs()
    {
        var live = new List<long>();
        Fit("flat", Recipe(epochs: 4), onEpoch: _ => live.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount));
        live[3].ShouldBe(live[1]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SumOfNodes Network(long seed)
    {
        random.manual_seed(seed);
        return new SumOfNodes(SyntheticSamples.Features, dropout: 0.1);
    }

    private TrainingRecipe Recipe(int epochs) => new()
    {
        Dataset = _folder,
        Encoding = "paper",
        Network = new JsonObject(),
        Loss = LossKind.LogHuber,
        Epochs = epochs,
        BatchSize = 8,
        LearningRate = 0.01,
        AverageDecay = 0.9,
        ClipNorm = 1,
    };

    private FitOutcome Fit(string run, TrainingRecipe recipe, int stopAfter = int.MaxValue, Action<EpochReport>? onEpoch = null)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new EpochObserver(report =>
        {
            onEpoch?.Invoke(report);
            if (report.Epoch == stopAfter) cancellation.Cancel();
        });
        using var network = Network(recipe.Seed);
        return new Trainer(recipe, network, RunFolder.Start(Path.Combine(_folder, run), recipe), new SteppingClock())
            .Fit(new LatencyTask(recipe, _training, _validation), progress, cancellation.Token);
    }

    private int[] Epochs(string run) =>
        [.. File.ReadLines(Path.Combine(_folder, run, "metrics.jsonl")).Select(l => JsonNode.Parse(l)!["epoch"]!.GetValue<int>())];

    private sealed class EpochObserver(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
