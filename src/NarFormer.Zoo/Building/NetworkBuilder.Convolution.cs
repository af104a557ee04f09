namespace NarFormer.Zoo.Building;

/// <content>Convolutions and pooling over <c>[batch, channels, height, width]</c>.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>A convolution with padding that keeps the size at stride 1, unless <paramref name="padding"/> says otherwise.</summary>
    public Value Convolution(Value x, int channels, int kernel, int stride = 1, int groups = 1, int? padding = null, int dilation = 1, bool bias = true)
    {
        int pad = padding ?? dilation * (kernel - 1) / 2;
        long height = Windows(x.Shape[2], kernel, stride, pad, dilation), width = Windows(x.Shape[3], kernel, stride, pad, dilation);
        List<string> inputs = [x.Name, Weight("weight", channels, x.Channels / groups, kernel, kernel)];
        if (bias) inputs.Add(Weight("bias", channels));
        Macs += x.Shape[0] * channels * height * width * (x.Channels / groups) * kernel * kernel;
        return NodeOf(
            "Conv", [.. inputs], [x.Shape[0], channels, height, width],
            Attribute("dilations", dilation, dilation), Attribute("group", groups), Attribute("kernel_shape", kernel, kernel),
            Attribute("pads", pad, pad, pad, pad), Attribute("strides", stride, stride));
    }

    /// <summary>Convolution, batch normalisation (folded or not) and activation.</summary>
    public Value ConvolutionUnit(Value x, int channels, int kernel, int stride = 1, int groups = 1, Activation activation = Activation.Relu, int? padding = null)
    {
        var y = Convolution(x, channels, kernel, stride, groups, padding, bias: FoldsBatchNormalization);
        if (!FoldsBatchNormalization) y = BatchNormalization(y);
        return Activate(y, activation);
    }

    /// <summary>Batch normalisation at inference.</summary>
    public Value BatchNormalization(Value x)
    {
        int c = x.Channels;
        string[] inputs = [x.Name, Weight("scale", c), Weight("bias", c), Weight("mean", c), Weight("variance", c)];
        return NodeOf("BatchNormalization", inputs, x.Shape, Attribute("epsilon", 1e-5f));
    }

    /// <summary>Local response normalisation.</summary>
    public Value LocalResponseNormalization(Value x) =>
        Node("LRN", [x], x.Shape, Attribute("alpha", 1e-4f), Attribute("beta", 0.75f), Attribute("bias", 1f), Attribute("size", 5L));

    /// <summary>Max pooling.</summary>
    public Value MaxPool(Value x, int kernel, int stride, int padding = 0) => Pool("MaxPool", x, kernel, stride, padding);

    /// <summary>Average pooling.</summary>
    public Value AveragePool(Value x, int kernel, int stride, int padding = 0) => Pool("AveragePool", x, kernel, stride, padding);

    /// <summary>The mean of every channel, <c>[batch, channels, 1, 1]</c>.</summary>
    public Value GlobalAveragePool(Value x) => Node("GlobalAveragePool", [x], [x.Shape[0], x.Shape[1], 1, 1]);

    /// <summary>Squeeze-and-excitation: channels scaled by a gate from their means.</summary>
    public Value SqueezeExcite(Value x, int squeezed, Activation inner, Activation gate)
    {
        var y = Activate(Convolution(GlobalAveragePool(x), squeezed, 1), inner);
        return Multiply(x, Activate(Convolution(y, x.Channels, 1), gate));
    }

    /// <summary>Pooling of each channel to one value, then a linear classifier.</summary>
    public void Classify(Value x, int classes) => Output(Linear(Flatten(GlobalAveragePool(x)), classes));

    private Value Pool(string type, Value x, int kernel, int stride, int padding)
    {
        long height = Windows(x.Shape[2], kernel, stride, padding, 1), width = Windows(x.Shape[3], kernel, stride, padding, 1);
        return Node(
            type, [x], [x.Shape[0], x.Shape[1], height, width],
            Attribute("kernel_shape", kernel, kernel), Attribute("pads", padding, padding, padding, padding), Attribute("strides", stride, stride));
    }

    private static long Windows(long size, int kernel, int stride, int padding, int dilation)
    {
        long windows = (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
        return windows > 0 ? windows : throw new UnfitException($"a window of {kernel} does not fit {size}");
    }
}
