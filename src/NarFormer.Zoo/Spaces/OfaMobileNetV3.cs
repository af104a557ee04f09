using System.Globalization;
using NarFormer.Zoo.Building;
using NarFormer.Zoo.Families;

namespace NarFormer.Zoo.Spaces;

/// <summary>
/// The MobileNetV3 space of Once-for-All (Cai et al. 2020) at width 1.2. The code has four parts divided by semicolons: kernels and
/// ratios of twenty blocks, depths of five stages, and the resolution.
/// </summary>
/// <param name="Kernels">The kernel of each block, 3, 5 or 7; four a stage, of which the first are used.</param>
/// <param name="Ratios">The expansion ratio of each block, 3, 4 or 6.</param>
/// <param name="Depths">The blocks of each stage, 2 to 4.</param>
/// <param name="Resolution">Height and width of the image.</param>
internal sealed record OfaMobileNetV3(int[] Kernels, int[] Ratios, int[] Depths, int Resolution)
{
    public const string Example = "7 5 5 5 7 7 5 7 5 7 3 7 5 3 7 3 5 3 5 3;6 4 4 6 6 3 4 3 3 6 3 3 3 6 3 4 6 4 3 6;2 2 2 2 3;204";

    private const double Width = 1.2;
    private const int BlocksOfAStage = 4;

    private static readonly (int Channels, int Stride, Activation Activation, bool Gated)[] Stages =
    [
        (24, 2, Activation.Relu, false), (40, 2, Activation.Relu, true), (80, 2, Activation.HardSwish, false),
        (112, 1, Activation.HardSwish, true), (160, 2, Activation.HardSwish, true),
    ];

    public static OfaMobileNetV3 Parse(string code)
    {
        string[] parts = code.Split(';');
        if (parts.Length != 4) throw new FormatException($"{parts.Length} parts where 4 are expected: kernels; ratios; depths; resolution");
        int count = Stages.Length * BlocksOfAStage;
        if (!int.TryParse(parts[3], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int resolution) || resolution is < 32 or > 1024)
            throw new FormatException($"resolution: '{parts[3]}' is not a whole number between 32 and 1024");
        return new OfaMobileNetV3(
            CodeNumbers.Parse("kernels", parts[0], count, 3, 5, 7),
            CodeNumbers.Parse("ratios", parts[1], count, 3, 4, 6),
            CodeNumbers.Parse("depths", parts[2], Stages.Length, 2, 3, 4),
            resolution);
    }

    public void Build(NetworkBuilder b, SpaceOptions options)
    {
        int stem = Wide(16);
        var x = b.ConvolutionUnit(b.Image(options.Resolution ?? Resolution), stem, 3, 2, activation: Activation.HardSwish);
        x = new InvertedResidual(stem, stem, 3, 1, Activation.Relu).Build(b, x);
        for (int stage = 0; stage < Stages.Length; stage++)
        {
            var (channels, stride, activation, gated) = Stages[stage];
            for (int i = 0; i < Depths[stage]; i++)
            {
                int block = stage * BlocksOfAStage + i;
                int expanded = Eights(x.Channels * Ratios[block]);
                x = new InvertedResidual(
                    Wide(channels), expanded, Kernels[block], i == 0 ? stride : 1, activation,
                    gated ? Eights(expanded / 4) : 0, Activation.Relu, Activation.HardSigmoid).Build(b, x);
            }
        }

        x = b.GlobalAveragePool(b.ConvolutionUnit(x, Wide(960), 1, activation: Activation.HardSwish));
        x = b.Activate(b.Convolution(x, Wide(1280), 1, bias: false), Activation.HardSwish);
        b.Output(b.Linear(b.Flatten(x), options.Classes ?? 1000));
    }

    private static int Wide(int channels) => Eights(channels * Width);

    /// <summary>The nearest multiple of eight that is not more than a tenth below.</summary>
    private static int Eights(double channels)
    {
        int rounded = Math.Max(8, (int)(channels + 4) / 8 * 8);
        return rounded < 0.9 * channels ? rounded + 8 : rounded;
    }
}
