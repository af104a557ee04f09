using NarFormer.Graphs;

namespace NarFormer.Encoding.Paper;

/// <summary>
/// FLOPs, parameters and memory access as the published encoder counts them, with its oddities: products ignore the
/// batch, global pooling sees only the width, Softmax counts dimensions for elements, operators outside its table count
/// nothing. These are features, not what a user should be told.
/// </summary>
/// <param name="Flops">Operations.</param>
/// <param name="Parameters">Stored numbers.</param>
/// <param name="MemoryAccess">Output elements and parameters; published as "macs".</param>
internal readonly record struct PaperCost(double Flops, double Parameters, double MemoryAccess)
{
    /// <summary>The cost of a whole network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="lenient">Whether nodes on which the published encoder fails cost nothing, like those outside its table.</param>
    /// <exception cref="NotSupportedException">The published encoder fails on an operator of the network.</exception>
    public static PaperCost Of(NetworkGraph graph, bool lenient = false)
    {
        double flops = 0, parameters = 0, access = 0;
        foreach (var node in graph.Nodes)
        {
            if (PaperOperators.PlaceOf(node.Operator) < 0) continue;
            try
            {
                var cost = WithAccess(node);
                flops += cost.Flops;
                parameters += cost.Parameters;
                access += cost.MemoryAccess;
            }
            catch (NotSupportedException) when (lenient)
            {
                // Counts nothing.
            }
        }

        return new PaperCost(flops, parameters, access);
    }

    private static PaperCost WithAccess(NetworkNode node)
    {
        var (flops, parameters) = OfNode(node);
        return new PaperCost(flops, parameters, parameters + node.Outputs.OfType<NetworkTensor>().Sum(output => Product(ShapeOf(node, output), 0)));
    }

    private static (double Flops, double Parameters) OfNode(NetworkNode node) => node.Operator switch
    {
        "Conv" => OfConvolution(node),
        "Gemm" => OfGemm(node),
        "GlobalAveragePool" => (Product(Output(node), 1) * Axis(node, Input(node, 0), 3) / Axis(node, Output(node), 3), 0),
        "AveragePool" => (Product(Output(node), 1) * node.Integers("kernel_shape").Aggregate(1.0, (a, k) => a * k), 0),
        "Add" or "Sigmoid" or "Mul" or "ReduceMean" or "Pow" or "Div" or "Sub" or "Sqrt" or "Tanh" => (Product(Output(node), 0), 0),
        "BatchNormalization" => OfNormalization(node),
        "Softmax" => (OfSoftmax(Input(node, 0)), 0),
        "Upsample" => (OfUpsample(node), 0),
        "ConvTranspose" => throw Refused(node),
        _ => (0, 0),
    };

    private static (double Flops, double Parameters) OfConvolution(NetworkNode node)
    {
        var weight = Input(node, 1);
        double terms = Product(weight, 1);
        int bias = node.Inputs.Count == 3 ? 1 : 0;
        return (Product(Output(node), 1) * (2 * terms - 1 + bias), Axis(node, weight, 0) * (terms + bias));
    }

    private static (double Flops, double Parameters) OfGemm(NetworkNode node)
    {
        var weight = Input(node, 1);
        bool transposed = node.Integer("transB", 0) != 0;
        double outputs = Axis(node, weight, transposed ? weight.Rank - 2 : weight.Rank - 1);
        double inputs = Axis(node, weight, transposed ? weight.Rank - 1 : weight.Rank - 2);
        int bias = node.Inputs.Count == 3 ? 1 : 0;
        return (outputs * (2 * inputs - 1 + bias), outputs * (inputs + bias));
    }

    private static (double Flops, double Parameters) OfNormalization(NetworkNode node)
    {
        var input = Input(node, 0);
        int factor = node.Inputs.Count > 1 ? 4 : 2;
        return (factor * Product(input, 0), factor * Axis(node, input, 1));
    }

    private static double OfSoftmax(TensorShape input)
    {
        long batch = input.Rank > 0 ? Math.Max(0, input[0]) : 0;
        long features = batch == 0 ? 0 : input.Rank / batch;
        return 3 * features - 1;
    }

    private static double OfUpsample(NetworkNode node) => node.Text("mode", "nearest") switch
    {
        "linear" => Product(Output(node), 1) * 5,
        "bilinear" => throw Refused(node),
        "bicubic" => Product(Output(node), 1) * 259,
        "trilinear" => Product(Output(node), 1) * 31,
        _ => 0,
    };

    private static TensorShape Input(NetworkNode node, int index) =>
        index < node.Inputs.Count && node.Inputs[index] is { } input ? ShapeOf(node, input) : throw Refused(node);

    private static TensorShape Output(NetworkNode node) => node.Outputs is [{ } output, ..] ? ShapeOf(node, output) : throw Refused(node);

    private static TensorShape ShapeOf(NetworkNode node, NetworkTensor tensor) => tensor.Shape ?? throw Refused(node);

    private static double Axis(NetworkNode node, TensorShape shape, int axis) =>
        axis >= 0 && axis < shape.Rank ? Math.Max(0, shape[axis]) : throw Refused(node);

    /// <summary>An unknown dimension is 0, as in the published code.</summary>
    private static double Product(TensorShape shape, int from)
    {
        double product = 1;
        for (int i = from; i < shape.Rank; i++) product *= Math.Max(0, shape[i]);
        return product;
    }

    private static NotSupportedException Refused(NetworkNode node) =>
        new($"the published encoder cannot count {node}; use the universal encoding");
}
