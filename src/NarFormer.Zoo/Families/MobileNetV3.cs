using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>MobileNetV3: inverted residuals with hard swish and squeeze-and-excitation (Howard et al. 2019).</summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="StemChannels">Width of the first convolution.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="HeadChannels">Width of the last convolution.</param>
/// <param name="Hidden">Width of the hidden linear layer.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record MobileNetV3(int Resolution, int StemChannels, InvertedResidual[] Blocks, int HeadChannels, int Hidden, int Classes)
{
    private static readonly (int Kernel, int Ratio, int Channels, bool Squeeze, bool HardSwish, int Stride)[] Large =
    [
        (3, 1, 16, false, false, 1), (3, 4, 24, false, false, 2), (3, 3, 24, false, false, 1), (5, 3, 40, true, false, 2), (5, 3, 40, true, false, 1),
        (5, 3, 40, true, false, 1), (3, 6, 80, false, true, 2), (3, 3, 80, false, true, 1), (3, 2, 80, false, true, 1), (3, 6, 112, true, true, 1),
        (3, 6, 112, true, true, 1), (5, 6, 160, true, true, 2), (5, 6, 160, true, true, 1), (5, 6, 160, true, true, 1),
    ];

    public static INetworkFamily Family { get; } = new NetworkFamily<MobileNetV3>("mobilenetv3", Draw, (builder, network) => network.Build(builder));

    public static MobileNetV3 Draw(SeededRandom random)
    {
        int stem = random.Scaled(16, 50, 200);
        int input = stem;
        var blocks = new List<InvertedResidual>();
        foreach (var row in Large)
        {
            if (row.Stride == 1 && random.Chance(15)) continue;
            int channels = row.Stride == 1 && random.Chance(70) ? input : random.Scaled(row.Channels, 50, 170);
            int expanded = row.Ratio == 1 ? input : input * random.Integer(2, 6);
            bool squeeze = random.Chance(row.Squeeze ? 85 : 15);
            blocks.Add(new InvertedResidual(
                channels, expanded, random.Choice(3, 5, 5, 7), row.Stride, row.HardSwish ? Activation.HardSwish : Activation.Relu,
                squeeze ? Math.Max(8, expanded / 4 / 8 * 8) : 0, Activation.Relu, Activation.HardSigmoid));
            input = channels;
        }

        return new MobileNetV3(random.Integer(3, 8) * 32, stem, [.. blocks], random.Scaled(960, 40, 120), random.Scaled(1280, 40, 120), random.Choice(10, 100, 1000));
    }

    public void Build(NetworkBuilder b)
    {
        var x = b.ConvolutionUnit(b.Image(Resolution), StemChannels, 3, 2, activation: Activation.HardSwish);
        foreach (var block in Blocks) x = block.Build(b, x);
        x = b.Flatten(b.GlobalAveragePool(b.ConvolutionUnit(x, HeadChannels, 1, activation: Activation.HardSwish)));
        b.Output(b.Linear(b.Activate(b.Linear(x, Hidden), Activation.HardSwish), Classes));
    }
}
