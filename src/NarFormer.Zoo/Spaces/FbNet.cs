using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Spaces;

/// <summary>
/// FBNet (Wu et al. 2019) as HW-NAS-Bench (Li et al. 2021) builds it: 22 layers, each one of nine blocks. The code names the blocks or
/// numbers them from 0, divided by spaces. Images below 64 × 64 (32 × 32 unless stated) take
/// its setting for CIFAR, with 100 outputs, larger ones that for ImageNet, with 1000.
/// </summary>
/// <param name="Layers">The number of each layer's block.</param>
internal sealed record FbNet(int[] Layers)
{
    public const string Example = "k3_e1 skip k3_e6 skip k3_e3 skip k5_e6 k5_e3 k3_e1 k5_e3 k5_e6 k5_e1_g2 k3_e6 k3_e3 k5_e6 skip k5_e3 k5_e6 k3_e6 k3_e1_g2 k5_e3 k5_e6";

    private static readonly (string Name, int Kernel, int Ratio, int Groups)[] Blocks =
    [
        ("k3_e1", 3, 1, 1), ("k3_e1_g2", 3, 1, 2), ("k3_e3", 3, 3, 1), ("k3_e6", 3, 6, 1),
        ("k5_e1", 5, 1, 1), ("k5_e1_g2", 5, 1, 2), ("k5_e3", 5, 3, 1), ("k5_e6", 5, 6, 1), ("skip", 0, 0, 0),
    ];

    private static readonly (int Channels, int Layers, int Stride, int SmallStride)[] Stages =
        [(16, 1, 1, 1), (24, 4, 2, 1), (32, 4, 2, 2), (64, 4, 2, 2), (112, 4, 1, 1), (184, 4, 2, 2), (352, 1, 1, 1)];

    public static FbNet Parse(string code)
    {
        string[] tokens = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int count = Stages.Sum(s => s.Layers);
        if (tokens.Length != count) throw new FormatException($"layers: {tokens.Length} blocks where {count} are expected");
        int[] layers = new int[count];
        for (int i = 0; i < count; i++)
        {
            layers[i] = Array.FindIndex(Blocks, b => b.Name == tokens[i]);
            if (layers[i] < 0 && tokens[i] is [>= '0' and <= '8'] digit) layers[i] = digit[0] - '0';
            if (layers[i] < 0) throw new FormatException($"layers: block {i + 1} is '{tokens[i]}', not one of {string.Join(", ", Blocks.Select(b => b.Name))} nor 0 to 8");
        }

        return new FbNet(layers);
    }

    public void Build(NetworkBuilder b, SpaceOptions options)
    {
        int resolution = options.Resolution ?? 32;
        bool small = resolution < 64;
        var x = b.ConvolutionUnit(b.Image(resolution), 16, 3, small ? 1 : 2);
        int layer = 0;
        foreach (var stage in Stages)
        {
            for (int i = 0; i < stage.Layers; i++) x = Layer(b, x, Layers[layer++], stage.Channels, i > 0 ? 1 : small ? stage.SmallStride : stage.Stride);
        }

        b.Classify(b.ConvolutionUnit(x, small ? 1504 : 1984, 1), options.Classes ?? (small ? 100 : 1000));
    }

    private static Value Layer(NetworkBuilder b, Value x, int number, int channels, int stride)
    {
        var (name, kernel, ratio, groups) = Blocks[number];
        bool same = stride == 1 && x.Channels == channels;
        if (name == "skip") return same ? x : b.ConvolutionUnit(x, channels, 1, stride);
        int expanded = x.Channels * ratio;
        var y = b.ConvolutionUnit(x, expanded, 1, groups: groups);
        if (groups > 1) y = b.ShuffleChannels(y);
        y = b.ConvolutionUnit(y, expanded, kernel, stride, expanded);
        y = b.ConvolutionUnit(y, channels, 1, groups: groups, activation: Activation.None);
        return same ? b.Add(y, x) : y;
    }
}
