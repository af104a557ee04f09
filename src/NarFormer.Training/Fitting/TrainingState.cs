using NarFormer.Encoding.Safetensors;
using NarFormer.Training.Native;
using NarFormer.Training.Optimization;
using NarFormer.Training.Recipes;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>
/// All that changes while a network is trained: weights, their average, the optimiser's moments and how far training is.
/// Shuffles and dropout are derived from seed and step, so there is no random state to keep.
/// </summary>
internal sealed class TrainingState
{
    private TrainingState(TrainingRecipe recipe, nn.Module network)
    {
        Weights = network.named_parameters().ToDictionary(p => p.name, p => (Tensor)p.parameter, StringComparer.Ordinal);
        Optimizer = new FusedAdam(Weights, recipe.WeightDecay);
        Average = recipe.AverageDecay > 0 ? new WeightAverage(Weights, recipe.AverageDecay) : null;
    }

    /// <summary>The weights by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; }

    /// <summary>The optimiser.</summary>
    public FusedAdam Optimizer { get; }

    /// <summary>The moving average of the weights, if the recipe has one.</summary>
    public WeightAverage? Average { get; }

    /// <summary>How far training is.</summary>
    public TrainingProgress Progress { get; set; } = new();

    /// <summary>The state before the first step.</summary>
    public static TrainingState Start(TrainingRecipe recipe, nn.Module network) => new(recipe, network);

    /// <summary>Writes the state to <paramref name="path"/> in one rename.</summary>
    public void Save(string path)
    {
        var file = new SafetensorsFile();
        foreach (var (name, weight) in Weights)
        {
            file.Tensors["weight/" + name] = SafetensorsTensor.Of(weight.Singles(), weight.shape);
            file.Tensors["first_moment/" + name] = SafetensorsTensor.Of(Optimizer.FirstMoments[name], weight.shape);
            file.Tensors["second_moment/" + name] = SafetensorsTensor.Of(Optimizer.SecondMoments[name], weight.shape);
            if (Average is not null) file.Tensors["average/" + name] = SafetensorsTensor.Of(Average.Values[name], weight.shape);
        }

        Progress.WriteTo(file.Metadata);
        file.Write(path);
    }

    /// <summary>Takes over the state that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is not a checkpoint of this network.</exception>
    public void Restore(string path)
    {
        var file = SafetensorsFile.Read(path);
        try
        {
            foreach (var (name, weight) in Weights)
            {
                Copy(file["weight/" + name], weight.Singles());
                Copy(file["first_moment/" + name], Optimizer.FirstMoments[name]);
                Copy(file["second_moment/" + name], Optimizer.SecondMoments[name]);
                if (Average is not null) Copy(file["average/" + name], Average.Values[name]);
            }

            Progress = TrainingProgress.ReadFrom(file.Metadata);
            Optimizer.Steps = Progress.Step;
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{path}: not a checkpoint of this network: {e.Message}", e);
        }
    }

    private static void Copy(SafetensorsTensor source, Span<float> target)
    {
        float[] values = source.ToSingles();
        if (values.Length != target.Length) throw new InvalidDataException($"a tensor has {values.Length} elements, not {target.Length}");
        values.CopyTo(target);
    }
}
