using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>What a network is trained for: samples, their loss, and the score that chooses the epoch whose weights are kept.</summary>
public interface ITrainingTask
{
    /// <summary>How many training samples, the first ones, take part in <paramref name="epoch"/>, counted from 0.</summary>
    int SamplesOf(int epoch);

    /// <summary>The score that chooses the epoch.</summary>
    Criterion Criterion { get; }

    /// <summary>The loss, a scalar, of the training samples with numbers <paramref name="samples"/> in step <paramref name="step"/>.</summary>
    Tensor Loss(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<int> samples, long step);

    /// <summary>Scores on the validation split by name, that of <see cref="Criterion"/> among them; leaves the network in evaluation mode.</summary>
    IReadOnlyDictionary<string, double> Validate(nn.Module<TorchBatch, Tensor> network);
}
