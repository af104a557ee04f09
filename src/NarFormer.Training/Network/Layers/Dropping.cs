using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>Dropout that costs nothing when it does nothing.</summary>
internal static class Dropping
{
    /// <summary>Sets a share <paramref name="rate"/> of the elements to 0 in training and scales the rest up.</summary>
    public static Tensor Dropped(this Tensor input, double rate, bool training) =>
        training && rate > 0 ? nn.functional.dropout(input, rate, training: true) : input;
}
