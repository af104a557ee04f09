using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>U-Net: an encoder, a decoder of the same depth and skips between them; a value for each pixel (Ronneberger et al. 2015).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="InputChannels">Channels of the image.</param>
/// <param name="Widths">Channels of each level, the finest first.</param>
/// <param name="Convolutions">Convolutions of a level, on each way.</param>
/// <param name="Kernel">Kernel of the convolutions.</param>
/// <param name="Upsampling">How the decoder doubles height and width.</param>
/// <param name="Pooling">Whether the encoder halves by max pooling, else by a strided convolution.</param>
/// <param name="Joining">Whether skips are joined to the decoder's channels, else added.</param>
/// <param name="Residual">Whether the convolutions of a level have a shortcut.</param>
/// <param name="Activation">After each convolution.</param>
/// <param name="Classes">Outputs for each pixel.</param>
internal sealed record UNet(
    int Resolution, int InputChannels, int[] Widths, int Convolutions, int Kernel, Upsampling Upsampling, bool Pooling, bool Joining, bool Residual, Activation Activation, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<UNet>("unet", Draw, (builder, network) => network.Build(builder), SizeLimits.Wide);

    public static UNet Draw(SeededRandom random)
    {
        int levels = random.Integer(2, 6), width = random.Scaled(32, 25, 200), growth = random.Choice(150, 200, 200);
        int[] widths = new int[levels];
        for (int level = 0; level < levels; level++, width = width * growth / 100) widths[level] = Math.Min(512, random.Scaled(width, 80, 120));
        return new UNet(
            random.Integer(1, 8) * 32,
            random.Choice(1, 3, 3),
            widths,
            random.Integer(1, 4),
            random.Choice(3, 3, 3, 5),
            random.Choice(Upsampling.Transposed, Upsampling.Transposed, Upsampling.Nearest, Upsampling.Linear),
            random.Chance(70),
            random.Chance(80),
            random.Chance(30),
            random.Choice(Activation.Relu, Activation.Relu, Activation.Silu),
            random.Choice(1, 2, 21));
    }

    public void Build(NetworkBuilder b)
    {
        var x = b.Image(Resolution, InputChannels);
        var skips = new Stack<Value>();
        for (int level = 0; level < Widths.Length; level++)
        {
            if (level > 0) x = Pooling ? b.MaxPool(x, 2, 2) : b.ConvolutionUnit(x, x.Channels, 3, 2, activation: Activation);
            x = Level(b, x, Widths[level]);
            if (level < Widths.Length - 1) skips.Push(x);
        }

        while (skips.TryPop(out var skip))
        {
            x = Upsample(b, x, skip.Channels);
            x = Level(b, Joining ? b.Concat(1, skip, x) : b.Add(x, skip), skip.Channels);
        }

        x = b.Convolution(x, Classes, 1);
        b.Output(Classes == 1 ? b.Activate(x, Activation.Sigmoid) : x);
    }

    private Value Level(NetworkBuilder b, Value x, int width)
    {
        var y = x;
        for (int i = 0; i < Convolutions; i++) y = b.ConvolutionUnit(y, width, Kernel, activation: Activation);
        return Residual ? b.Add(y, b.Convolution(x, width, 1)) : y;
    }

    private Value Upsample(NetworkBuilder b, Value x, int width) => Upsampling == Upsampling.Transposed
        ? b.DoublingConvolution(x, width)
        : b.Convolution(b.Double(x, Upsampling == Upsampling.Linear), width, 1);
}
