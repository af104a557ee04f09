using NarFormer.Training.Recipes;

namespace NarFormer.Training.Runs;

/// <summary>The folder of one training: its recipe, checkpoint, best weights, metrics and evaluations.</summary>
public sealed class RunFolder
{
    internal const string RecipeName = "recipe.json";
    internal const string WeightsName = "best.safetensors";

    private RunFolder(string path) => Folder = path;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The recipe as it is trained.</summary>
    public string Recipe => Path.Combine(Folder, RecipeName);

    /// <summary>Everything that is needed to go on training.</summary>
    public string Checkpoint => Path.Combine(Folder, "checkpoint.safetensors");

    /// <summary>The weights of the best epoch.</summary>
    public string BestWeights => Path.Combine(Folder, WeightsName);

    /// <summary>One JSON line for each epoch.</summary>
    public string Metrics => Path.Combine(Folder, "metrics.jsonl");

    /// <summary>Scores on a split.</summary>
    public string EvaluationOf(string split) => Path.Combine(Folder, $"evaluation-{split}.json");

    /// <summary>Predictions for each network of a split.</summary>
    public string PredictionsOf(string split) => Path.Combine(Folder, $"predictions-{split}.csv");

    /// <summary>Creates the folder for <paramref name="recipe"/>, or takes the one of an earlier training of the same recipe.</summary>
    /// <exception cref="InvalidDataException">The folder holds a training of another recipe.</exception>
    public static RunFolder Start(string path, TrainingRecipe recipe)
    {
        var run = new RunFolder(Path.GetFullPath(path));
        if (!File.Exists(run.Recipe))
        {
            Directory.CreateDirectory(run.Folder);
            RecipeFile.Write(recipe, run.Recipe);
        }
        else if (RecipeFile.Text(RecipeFile.Read(run.Recipe)) != RecipeFile.Text(recipe))
        {
            throw new InvalidDataException($"{run.Folder}: holds a training of another recipe; choose another folder or delete it");
        }

        return run;
    }

    /// <summary>Opens the folders of trainings that have kept weights and may be averaged.</summary>
    /// <exception cref="InvalidDataException">There is no such training, or two differ in more than the seeds of their networks.</exception>
    public static IReadOnlyList<RunFolder> OpenEnsemble(IReadOnlyList<string> paths)
    {
        RunFolder[] runs = [.. paths.Select(Open)];
        TrainingRecipe[] recipes = [.. runs.Select(r => RecipeFile.Read(r.Recipe))];
        for (int i = 1; i < runs.Length; i++)
        {
            if (!MemberRecipe.AreOfOneEnsemble(recipes[0], recipes[i]))
                throw new InvalidDataException($"{runs[i].Folder}: cannot be averaged with {runs[0].Folder}: the recipes may differ in the seed alone, and random splits need one cells.splitSeed");
        }

        return runs;
    }

    /// <summary>Opens the folder of a training that has kept weights.</summary>
    /// <exception cref="InvalidDataException">There is no such training.</exception>
    public static RunFolder Open(string path)
    {
        var run = new RunFolder(Path.GetFullPath(path));
        if (!File.Exists(run.Recipe)) throw new InvalidDataException($"{run.Folder}: no training is here (no {RecipeName})");
        if (!File.Exists(run.BestWeights)) throw new InvalidDataException($"{run.Folder}: the training has kept no weights yet");
        return run;
    }
}
