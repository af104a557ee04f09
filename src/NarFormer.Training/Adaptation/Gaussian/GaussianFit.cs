using System.Numerics.Tensors;

namespace NarFormer.Training.Adaptation.Gaussian;

/// <summary>
/// Targets under a Gaussian process of mean 0 (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006,
/// chapter 2). The prediction at a place is <c>Σ weights[i] · covariance(place, place i)</c>.
/// </summary>
internal sealed class GaussianFit
{
    private readonly double _quadratic;
    private readonly double _logDeterminant;

    private GaussianFit(double[] weights, double quadratic, double logDeterminant)
    {
        Weights = weights;
        _quadratic = quadratic;
        _logDeterminant = logDeterminant;
    }

    /// <summary><c>C⁻¹ y</c>, <c>[targets]</c>.</summary>
    public double[] Weights { get; }

    /// <summary>The logarithm of the targets' density (equation 2.30).</summary>
    public double LogEvidence => -0.5 * (_quadratic + _logDeterminant + (Weights.Length * Math.Log(2 * Math.PI)));

    /// <summary>The highest that <see cref="LogEvidence"/> can be where the covariance is known but for a factor.</summary>
    public double LogEvidenceAtBestScale =>
        -0.5 * ((Weights.Length * (Math.Log(_quadratic / Weights.Length) + 1 + Math.Log(2 * Math.PI))) + _logDeterminant);

    /// <summary>Fits <paramref name="targets"/>.</summary>
    /// <param name="covariance">C: covariances of the targets, their noise included, <c>[targets, targets]</c>.</param>
    /// <param name="targets">y, <c>[targets]</c>.</param>
    /// <exception cref="ArgumentException">The covariance is not positive definite.</exception>
    public static GaussianFit Of(double[][] covariance, double[] targets) => Of(CholeskyFactor.Of(covariance), targets);

    /// <summary>Fits <paramref name="targets"/> whose covariance is factored already.</summary>
    public static GaussianFit Of(CholeskyFactor factor, double[] targets)
    {
        double[] weights = factor.Solve(targets);
        return new GaussianFit(weights, TensorPrimitives.Dot<double>(weights, targets), factor.LogDeterminant);
    }

    /// <summary>
    /// The logarithm of the targets' density, but for a constant, where the covariance is known but for a factor that has a
    /// scaled inverse χ² prior: a multivariate t distribution.
    /// </summary>
    /// <param name="degrees">Degrees of freedom of the prior.</param>
    /// <param name="scale">The factor that the prior expects.</param>
    public double LogEvidenceOfUnknownScale(double degrees, double scale) =>
        -0.5 * (_logDeterminant + ((degrees + Weights.Length) * Math.Log((degrees * scale) + _quadratic)));
}
