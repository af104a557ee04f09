using NarFormer.Datasets.Cells;
using NarFormer.Encoding;
using NarFormer.Onnx;
using NarFormer.Runtime;
using NarFormer.Training.Recipes;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Training.Samples;

/// <summary>Reads a table of architectures and encodes the whole network of each.</summary>
internal static class WholeNetworkLoader
{
    /// <summary>Loads the architectures of <paramref name="recipe"/>.</summary>
    /// <exception cref="InvalidDataException">The table cannot be read, a code is none of the space, a label is missing or not above 0, or there are too few rows.</exception>
    public static (SampleEncoding Encoding, CellSampleSet Samples) Load(TrainingRecipe recipe, CellRecipe cells)
    {
        var encoding = EncodingCatalog.Find(recipe.Encoding);
        var networks = Networks(recipe, cells);
        var split = CellSplit.Of([.. networks.Select(n => n.Part)], cells, cells.SplitSeed ?? recipe.Seed);
        var space = SpaceCatalog.Find(cells.Space);
        var reader = new OnnxReader(new OnnxReadOptions { FoldConstants = encoding.FoldsConstants });
        CellSample[] samples = [.. ParallelResults.Of(networks.AsParallel().AsOrdered().Select(n => Sample(n, cells, space, reader, encoding)))];
        return (new SampleEncoding(encoding.Name, encoding.NodeFeatureCount, encoding.StaticFeatureCount, []), new CellSampleSet(Of(split.Training), Of(split.Validation), Of(split.Test)));

        IReadOnlyList<CellSample> Of(IReadOnlyList<int> numbers) => [.. numbers.Select(n => samples[n])];
    }

    private static IReadOnlyList<CodedNetwork> Networks(TrainingRecipe recipe, CellRecipe cells)
    {
        string[] names = CellLabels.Names(cells);
        if (recipe.Labels is not { } path) return CodeTable.Read(recipe.Dataset, cells.Space, names);
        var labels = LabelTable.Read(path, names);
        return [.. CodeTable.Read(recipe.Dataset, cells.Space, []).Where(n => labels.ContainsKey(n.Id)).Select(n => n with { Labels = labels[n.Id] })];
    }

    private static CellSample Sample(CodedNetwork network, CellRecipe cells, ISearchSpace space, OnnxReader reader, INetworkEncoding encoding)
    {
        try
        {
            var model = space.Build(network.Code);
            return new CellSample(
                network.Id,
                CellLabels.Of(network.Labels, cells.TrainingLabel, cells, $"{network.Place}: '{network.Id}'"),
                CellLabels.Of(network.Labels, cells.TestLabel, cells, $"{network.Place}: '{network.Id}'"),
                encoding.Encode(reader.Read(model, network.Id)),
                []);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{network.Place}: {e.Message}", e);
        }
    }
}
