namespace NarFormer.Zoo.Building;

/// <content>Images made larger.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>A transposed convolution that doubles height and width, windows without overlap.</summary>
    public Value DoublingConvolution(Value x, int channels)
    {
        const int Factor = 2;
        string[] inputs = [x.Name, Weight("weight", x.Channels, channels, Factor, Factor), Weight("bias", channels)];
        Macs += x.Elements * channels * Factor * Factor;
        return NodeOf(
            "ConvTranspose", inputs, [x.Shape[0], channels, x.Shape[2] * Factor, x.Shape[3] * Factor],
            Attribute("dilations", 1, 1), Attribute("group", 1L), Attribute("kernel_shape", Factor, Factor), Attribute("pads", 0, 0, 0, 0), Attribute("strides", Factor, Factor));
    }

    /// <summary>Height and width doubled, by the nearest neighbour or between neighbours.</summary>
    public Value Double(Value x, bool linear)
    {
        const int Factor = 2;
        string scales = ConstantVector(1, 1, Factor, Factor);
        return NodeOf(
            "Resize", [x.Name, "", scales], [x.Shape[0], x.Shape[1], x.Shape[2] * Factor, x.Shape[3] * Factor],
            Attribute("coordinate_transformation_mode", linear ? "half_pixel" : "asymmetric"), Attribute("mode", linear ? "linear" : "nearest"), Attribute("nearest_mode", "floor"));
    }
}
