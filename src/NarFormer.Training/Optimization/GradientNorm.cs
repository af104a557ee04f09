using System.Numerics.Tensors;
using NarFormer.Training.Native;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Optimization;

/// <summary>The Euclidean norm of all gradients together.</summary>
public static class GradientNorm
{
    /// <summary>Scales the gradients of <paramref name="weights"/> down so that their norm is at most <paramref name="limit"/>.</summary>
    /// <returns>The norm before.</returns>
    public static double Clip(IEnumerable<Tensor> weights, double limit)
    {
        Tensor[] gradients = [.. weights.Select(w => w.grad).OfType<Tensor>()];
        try
        {
            double norm = Math.Sqrt(gradients.Sum(g => (double)TensorPrimitives.SumOfSquares<float>(g.Singles())));
            if (norm > limit)
            {
                float share = (float)(limit / (norm + 1e-6));
                foreach (var gradient in gradients) TensorPrimitives.Multiply(gradient.Singles(), share, gradient.Singles());
            }

            return norm;
        }
        finally
        {
            foreach (var gradient in gradients) gradient.Dispose();
        }
    }
}
