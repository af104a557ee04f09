using NarFormer.Datasets;
using NarFormer.Training.Fitting;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Samples;

/// <summary>The samples of a data set that a recipe trains, chooses and tests by.</summary>
internal static class SampleSelection
{
    /// <summary>Divides <paramref name="all"/>, the samples of a data set, as <paramref name="recipe"/> says.</summary>
    /// <exception cref="InvalidDataException">A family is not there, a part is empty, or a network would be trained and tested on.</exception>
    public static SampleSet Of(IReadOnlyList<TrainingSample> all, TrainingRecipe recipe)
    {
        var networks = recipe.Networks ?? new NetworksRecipe();
        CheckFamilies(all, networks);
        var training = Drawn([.. all.Where(s => s.Split == DataSplit.Train && Takes(networks.Train, s))], networks.Count, recipe.Seed);
        TrainingSample[] validation = [.. all.Where(s => s.Split == DataSplit.Validation && Takes(networks.Train, s))];
        TrainingSample[] test = [.. all.Where(s => (networks.TestsEverySplit || s.Split == DataSplit.Test) && Takes(networks.Test, s))];
        if (networks.TestsEverySplit) test = WithoutSeen(test, [.. training, .. validation]);
        foreach (var (name, samples) in new[] { ("training", training), ("validation", validation), ("test", test) })
        {
            if (samples.Length == 0) throw new InvalidDataException($"networks: there is no {name} network");
        }

        return new SampleSet(training, validation, test);
    }

    private static bool Takes(NetworkFilter filter, TrainingSample sample) => filter.Takes(sample.Family, sample.Nodes);

    private static TrainingSample[] Drawn(TrainingSample[] samples, int count, long seed)
    {
        if (count > samples.Length) throw new InvalidDataException($"networks.count: {count} networks to train on are asked for, there are {samples.Length}");
        return count == 0 ? samples : [.. SampleOrder.Of(samples.Length, seed, epoch: -1).Take(count).Order().Select(i => samples[i])];
    }

    private static TrainingSample[] WithoutSeen(TrainingSample[] test, TrainingSample[] seen)
    {
        if (test.Intersect(seen, ReferenceEqualityComparer.Instance).Any())
            throw new InvalidDataException("networks.test: takes networks that are trained on; with testsEverySplit the filters of train and test must not meet");
        var graphs = seen.Select(s => s.Graph).ToHashSet(StringComparer.Ordinal);
        return [.. test.Where(s => !graphs.Contains(s.Graph))];
    }

    private static void CheckFamilies(IReadOnlyList<TrainingSample> all, NetworksRecipe networks)
    {
        var there = all.Select(s => s.Family).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. networks.Train.Families ?? [], .. networks.Train.Except, .. networks.Test.Families ?? [], .. networks.Test.Except];
        if (named.FirstOrDefault(f => !there.Contains(f)) is { } unknown)
            throw new InvalidDataException($"networks: the data set has no family '{unknown}'; it has {string.Join(", ", there.Order(StringComparer.Ordinal))}");
    }
}
