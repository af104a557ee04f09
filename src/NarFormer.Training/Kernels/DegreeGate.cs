using System.Numerics.Tensors;

namespace NarFormer.Training.Kernels;

/// <summary>The gate from a node's degree (paper section 3.2), <c>x · σ(degree · weight + bias)</c>, and its gradients, for ranges of nodes.</summary>
/// <param name="degrees"><c>[nodes]</c>.</param>
/// <param name="weight"><c>[width]</c>, as a row.</param>
/// <param name="bias"><c>[width]</c>, as a row.</param>
/// <param name="width">The number of channels.</param>
internal sealed class DegreeGate(float[] degrees, MatrixView weight, MatrixView bias, int width)
{
    /// <summary>Writes what passes of the nodes of <paramref name="range"/> to <paramref name="y"/>; both <c>[nodes, width]</c>.</summary>
    public void Apply(Range range, MatrixView x, MatrixView y)
    {
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            var row = y.Row(i, width);
            Open(i, row);
            TensorPrimitives.Multiply(row, x.Row(i, width), row);
        }
    }

    /// <summary>Writes the slope of <paramref name="x"/> to <paramref name="dx"/>, which may be <paramref name="dy"/>, and adds to those of weight and bias.</summary>
    public void Backward(Range range, MatrixView x, MatrixView dy, MatrixView dx, Span<float> weightSlope, Span<float> biasSlope)
    {
        Span<float> gate = new float[width], closing = new float[width];
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            var below = dx.Row(i, width);
            Open(i, gate);
            TensorPrimitives.Multiply(dy.Row(i, width), gate, below);
            TensorPrimitives.Subtract(1, gate, closing);
            TensorPrimitives.Multiply(closing, below, closing);
            TensorPrimitives.Multiply(closing, x.Row(i, width), closing); // the slope of degree · weight + bias
            TensorPrimitives.Add(biasSlope, closing, biasSlope);
            TensorPrimitives.MultiplyAdd(closing, degrees[i], weightSlope, weightSlope);
        }
    }

    private void Open(int node, Span<float> gate)
    {
        TensorPrimitives.MultiplyAdd(weight.Row(0, width), degrees[node], bias.Row(0, width), gate);
        TensorPrimitives.Sigmoid(gate, gate);
    }
}
