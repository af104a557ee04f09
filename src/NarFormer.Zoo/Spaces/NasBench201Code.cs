using NarFormer.Graphs.Cells;
using NarFormer.Zoo.Building;
using Network = NarFormer.Zoo.Families.NasBench201;

namespace NarFormer.Zoo.Spaces;

/// <summary>
/// NAS-Bench-201 (Dong and Yang 2020): three stages of five cells at 16, 32 and 64 channels on images of 32 × 32. The code is the
/// text of the cell.
/// </summary>
/// <param name="Operations">The operations of the edges 0→1, 0→2, 1→2, 0→3, 1→3, 2→3.</param>
internal sealed record NasBench201Code(Network.Operation[] Operations)
{
    public const string Example = "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|";

    public static NasBench201Code Parse(string code) => new([.. NasBench201.Parse(code).Operations.Skip(1).SkipLast(1).Select(Of)]);

    public void Build(NetworkBuilder b, SpaceOptions options) =>
        new Network(options.Resolution ?? 32, [16, 32, 64], 5, Operations, options.Classes ?? 10).Build(b);

    private static Network.Operation Of(string operation) => operation switch
    {
        "skip_connect" => Network.Operation.Skip,
        "nor_conv_1x1" => Network.Operation.Pointwise,
        "nor_conv_3x3" => Network.Operation.Convolution3,
        "avg_pool_3x3" => Network.Operation.AveragePool3,
        _ => Network.Operation.None,
    };
}
