using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>
/// The networks of NAS-Bench-201 (Dong and Yang 2020): a stem, three stages of one repeated cell of four nodes and six
/// operations, residual reductions between.
/// </summary>
/// <param name="Resolution">Height and width of the image.</param>
/// <param name="Channels">Width of each stage.</param>
/// <param name="Depth">Cells of each stage.</param>
/// <param name="Cell">The operations of the edges 0→1, 0→2, 1→2, 0→3, 1→3, 2→3.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record NasBench201(int Resolution, int[] Channels, int Depth, NasBench201.Operation[] Cell, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<NasBench201>("nasbench201", Draw, (builder, network) => network.Build(builder));

    public static NasBench201 Draw(SeededRandom random)
    {
        int width = random.Scaled(16, 50, 300);
        return new NasBench201(
            random.Choice(16, 24, 32, 48, 64),
            [width, random.Scaled(width * 2, 60, 140), random.Scaled(width * 4, 60, 140)],
            random.Integer(1, 6),
            [.. Enumerable.Range(0, 6).Select(_ => (Operation)random.Integer(0, 4))],
            random.Choice(10, 100, 120));
    }

    public void Build(NetworkBuilder b)
    {
        var x = b.ConvolutionUnit(b.Image(Resolution), Channels[0], 3, activation: Activation.None);
        for (int stage = 0; stage < Channels.Length; stage++)
        {
            if (stage > 0) x = Reduction(b, x, Channels[stage]);
            for (int cell = 0; cell < Depth; cell++) x = BuildCell(b, x);
        }

        b.Classify(b.Activate(b.BatchNormalization(x), Activation.Relu), Classes);
    }

    private static Value Reduction(NetworkBuilder b, Value x, int channels)
    {
        var y = b.ConvolutionUnit(b.Activate(x, Activation.Relu), channels, 3, 2, activation: Activation.None);
        y = b.ConvolutionUnit(b.Activate(y, Activation.Relu), channels, 3, activation: Activation.None);
        return b.Add(b.Convolution(b.AveragePool(x, 2, 2), channels, 1, bias: false), y);
    }

    private Value BuildCell(NetworkBuilder b, Value x)
    {
        List<Value> nodes = [x];
        int edge = 0;
        for (int target = 1; target <= 3; target++)
        {
            Value? sum = null;
            for (int source = 0; source < target; source++)
            {
                if (Apply(b, Cell[edge++], nodes[source]) is { } part) sum = sum is null ? part : b.Add(sum, part);
            }

            nodes.Add(sum ?? b.Scale(x, 0));
        }

        return nodes[3];
    }

    private static Value? Apply(NetworkBuilder b, Operation operation, Value x) => operation switch
    {
        Operation.Skip => x,
        Operation.Pointwise => b.ConvolutionUnit(b.Activate(x, Activation.Relu), x.Channels, 1, activation: Activation.None),
        Operation.Convolution3 => b.ConvolutionUnit(b.Activate(x, Activation.Relu), x.Channels, 3, activation: Activation.None),
        Operation.AveragePool3 => b.AveragePool(x, 3, 1, 1),
        _ => null,
    };

    /// <summary>The operations of the search space.</summary>
    internal enum Operation
    {
        /// <summary>No connection.</summary>
        None,

        /// <summary>The input as it is.</summary>
        Skip,

        /// <summary>ReLU, 1×1 convolution, batch normalisation.</summary>
        Pointwise,

        /// <summary>ReLU, 3×3 convolution, batch normalisation.</summary>
        Convolution3,

        /// <summary>3×3 average pooling.</summary>
        AveragePool3,
    }
}
