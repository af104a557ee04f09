using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>
/// The block of MobileNetV2, MobileNetV3, MnasNet and EfficientNet: widen, convolve each channel, gate, narrow, and add
/// the input where the shapes allow.
/// </summary>
/// <param name="Channels">Width of the block's output.</param>
/// <param name="Expanded">Width inside.</param>
/// <param name="Kernel">Kernel of the depthwise convolution.</param>
/// <param name="Stride">Stride of the depthwise convolution.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Squeezed">Width inside the squeeze-and-excitation; 0 for none.</param>
/// <param name="SqueezeActivation">The activation inside the squeeze-and-excitation.</param>
/// <param name="Gate">The gate of the squeeze-and-excitation.</param>
internal sealed record InvertedResidual(
    int Channels, int Expanded, int Kernel, int Stride, Activation Activation,
    int Squeezed = 0, Activation SqueezeActivation = Activation.Relu, Activation Gate = Activation.Sigmoid)
{
    public Value Build(NetworkBuilder b, Value x)
    {
        var y = Expanded == x.Channels ? x : b.ConvolutionUnit(x, Expanded, 1, activation: Activation);
        y = b.ConvolutionUnit(y, Expanded, Kernel, Stride, Expanded, Activation);
        if (Squeezed > 0) y = b.SqueezeExcite(y, Squeezed, SqueezeActivation, Gate);
        y = b.ConvolutionUnit(y, Channels, 1, activation: Activation.None);
        return Stride == 1 && x.Channels == Channels ? b.Add(x, y) : y;
    }
}
