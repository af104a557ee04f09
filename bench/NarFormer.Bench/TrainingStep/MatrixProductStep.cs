using NarFormer.Architecture;
using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>Only the matrix products of a step, forward and backward: what is left if everything else cost nothing.</summary>
internal sealed class MatrixProductStep : IStep
{
    private readonly Product[] _products;

    public MatrixProductStep(NetworkOptions options, int nodes, int graphs) => _products = [.. Shapes(options, nodes, graphs).Select(s => new Product(s))];

    public string Name => "matrix products alone";

    public void Take()
    {
        using var scope = NewDisposeScope();
        foreach (var product in _products) product.Take();
    }

    private static IEnumerable<Shape> Shapes(NetworkOptions options, int nodes, int graphs)
    {
        int hidden = options.Hidden, width = hidden / options.Groups, wide = width * options.FeedForwardRatio;
        for (int k = 0; k < options.Layers; k++)
        {
            int inputs = k == 0 ? options.NodeFeatures : hidden;
            yield return new Shape(1, nodes, inputs, inputs);
            yield return new Shape(1, nodes, inputs, hidden);
            yield return new Shape(1, nodes, inputs, hidden);
            yield return new Shape(options.Groups, nodes, width, wide);
            yield return new Shape(options.Groups, nodes, wide, width);
        }

        yield return new Shape(1, graphs, options.StaticFeatures, hidden);
        yield return new Shape(1, graphs, 2 * hidden, hidden);
        yield return new Shape(1, graphs, hidden, hidden);
    }

    private readonly record struct Shape(int Groups, int Rows, int Inputs, int Outputs);

    private sealed class Product(Shape shape)
    {
        private readonly Tensor _input = rand(shape.Groups, shape.Rows, shape.Inputs);
        private readonly Tensor _weight = rand(shape.Groups, shape.Inputs, shape.Outputs);
        private readonly Tensor _slope = rand(shape.Groups, shape.Rows, shape.Outputs);

        public void Take()
        {
            using var output = bmm(_input, _weight);
            using var inputSlope = bmm(_slope, _weight.transpose(1, 2));
            using var weightSlope = bmm(_input.transpose(1, 2), _slope);
        }
    }
}
