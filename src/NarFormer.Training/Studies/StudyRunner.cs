using NarFormer.Training.Evaluation;
using NarFormer.Training.Fitting;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Studies;

/// <summary>
/// Trains and scores every variation of a study with every seed. What is finished is taken from the folder, what was stopped
/// goes on at its last finished epoch.
/// </summary>
/// <param name="study">The study.</param>
/// <param name="folder">Where trainings and scores go.</param>
/// <param name="threads">Threads for arithmetic, as they are noted beside the scores.</param>
/// <param name="clock">The clock for durations.</param>
/// <param name="selection">The runs to train; of others only what is finished is taken.</param>
public sealed class StudyRunner(Study study, StudyFolder folder, int threads, TimeProvider clock, StudySelection selection)
{
    private ITrainingSession? _session;

    /// <summary>The runs by variation and seed, each as soon as it is finished.</summary>
    /// <exception cref="InvalidDataException">A run could not be finished; the message names its variation and seed.</exception>
    /// <exception cref="OperationCanceledException">The study was cancelled; it can be resumed.</exception>
    public IEnumerable<StudyRun> Run(IProgress<StudyStep>? progress, CancellationToken cancellation)
    {
        var runs = study.Variations.SelectMany(v => study.Seeds.Select(s => (Variation: v, Seed: s))).ToArray();
        bool[] selected = selection.Of([.. runs.Select(r => r.Variation.Names)]);
        var pace = new StudyPace(clock, runs.Where((r, i) => selected[i] && Known(r.Variation, r.Seed) is null).SelectMany(r => Members(r.Variation, r.Seed)));
        for (int i = 0; i < runs.Length; i++)
        {
            var (variation, seed) = runs[i];
            var run = Named(variation, seed, () => Finished(variation, seed) ?? (selected[i] ? Train(variation, seed, i * study.Ensemble, pace, progress, cancellation) : null));
            if (run is not null) yield return run;
        }
    }

    private static StudyRun? Named(Variation variation, long seed, Func<StudyRun?> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"variation '{variation.Name}', seed {seed}: {e.Message}", e);
        }
    }

    private TrainingRecipe[] Members(Variation variation, long seed) =>
        [.. Enumerable.Range(1, study.Ensemble).Select(number => MemberRecipe.Of(variation.Recipe with { Seed = seed }, number))];

    // Refuses a folder of another recipe.
    private RunFolder[] Start(Variation variation, long seed) =>
        [.. Members(variation, seed).Select((recipe, i) => RunFolder.Start(folder.TrainingOf(variation, seed, i + 1), recipe))];

    private StudyRun? Known(Variation variation, long seed)
    {
        string result = folder.ResultOf(variation, seed);
        var run = File.Exists(result) ? StudyJson.Read<StudyRun>(result) : null;
        return run?.Members.Count == study.Ensemble ? run : null;
    }

    private StudyRun? Finished(Variation variation, long seed)
    {
        var run = Known(variation, seed);
        if (run is not null) Start(variation, seed);
        return run;
    }

    private StudyRun Train(Variation variation, long seed, int before, StudyPace pace, IProgress<StudyStep>? progress, CancellationToken cancellation)
    {
        var recipes = Members(variation, seed);
        var runs = Start(variation, seed);
        var outcomes = new FitOutcome[recipes.Length];
        for (int i = 0; i < recipes.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var recipe = recipes[i];
            int member = i + 1;
            _session = _session?.For(recipe) ?? ITrainingSession.Load(recipe, cancellation);
            var epochs = new EpochForwarding(e => progress?.Report(
                new StudyStep(variation.Name, seed, member, before + member, study.Variations.Count * study.Seeds.Count * study.Ensemble, e, pace.After(recipe, e.Epoch))));
            outcomes[i] = _session.Fit(runs[i], clock, epochs, cancellation);
            pace.Finish(recipe);
        }

        var run = Score(_session!, variation, seed, runs, recipes, outcomes);
        StudyJson.Write(run, folder.ResultOf(variation, seed));
        return run;
    }

    private StudyRun Score(ITrainingSession session, Variation variation, long seed, RunFolder[] runs, TrainingRecipe[] recipes, FitOutcome[] outcomes)
    {
        var validation = SplitScores.Of(session, runs, "validation");
        var test = SplitScores.Of(session, runs, "test");
        if (test.Networks.Count > 0) PredictionTable.Write([("network", test.Networks)], folder.PredictionsOf(variation, seed));
        MemberRun[] members =
        [
            .. outcomes.Select((o, i) => new MemberRun(recipes[i].Seed, o.Epochs, o.BestEpoch, o.Seconds, validation.Members[i], test.Members[i])),
        ];
        return new StudyRun(variation.Name, seed, threads, members.Sum(m => m.Seconds), validation.Mean, test.Mean, members) { Parameters = session.ParameterCount, Families = test.Families };
    }

    private sealed class EpochForwarding(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
