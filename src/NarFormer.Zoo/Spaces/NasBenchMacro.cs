using NarFormer.Zoo.Building;
using NarFormer.Zoo.Families;

namespace NarFormer.Zoo.Spaces;

/// <summary>
/// NAS-Bench-Macro (Su et al. 2021): eight layers in stages of two, three and three, on images of 32 × 32. The code has a digit for
/// each layer: 0 identity, 1 inverted residual with kernel 3 and ratio 3, 2 with kernel 5 and ratio 6.
/// </summary>
/// <param name="Layers">The digits.</param>
internal sealed record NasBenchMacro(int[] Layers)
{
    public const string Example = "22212220";

    private static readonly int[] StageLengths = [2, 3, 3];

    public static NasBenchMacro Parse(string code) => new(CodeNumbers.Parse("layers", string.Join(' ', code.Trim().AsEnumerable()), 8, 0, 1, 2));

    public void Build(NetworkBuilder b, SpaceOptions options)
    {
        var x = b.ConvolutionUnit(b.Image(options.Resolution ?? 32), 32, 3);
        int layer = 0;
        foreach (int length in StageLengths)
        {
            for (int i = 0; i < length; i++) x = Layer(b, x, Layers[layer++], i == 0);
        }

        b.Classify(b.ConvolutionUnit(x, 1280, 1), options.Classes ?? 10);
    }

    private static Value Layer(NetworkBuilder b, Value x, int choice, bool halves)
    {
        int channels = halves ? 2 * x.Channels : x.Channels, stride = halves ? 2 : 1;
        if (choice > 0) return new InvertedResidual(channels, x.Channels * 3 * choice, choice == 1 ? 3 : 5, stride, Activation.Relu).Build(b, x);
        return halves ? b.ConvolutionUnit(x, channels, 1, stride, activation: Activation.None) : x;
    }
}
