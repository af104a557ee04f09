using System.Numerics.Tensors;
using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>
/// Fits the weights of a head: Bayesian linear regression in closed form, averaged over the alternatives of
/// <see cref="HeadPrior"/> by their evidence, so that a few measurements move little and many move much.
/// </summary>
internal sealed class HeadFit
{
    private const int MostLeftOutOneByOne = 60;
    private const int Folds = 10;

    private readonly IReadOnlyList<HeadFeatureKind> _kinds;
    private readonly double[][] _rows;
    private readonly double[] _targets;
    private readonly Dictionary<HeadFeatureKind, double[][]> _products;

    /// <summary>Prepares a fit.</summary>
    /// <param name="kinds">The kind of each column.</param>
    /// <param name="rows"><c>[networks, columns]</c>.</param>
    /// <param name="logs">Logarithms of the measured latencies, <c>[networks]</c>.</param>
    public HeadFit(IReadOnlyList<HeadFeatureKind> kinds, double[][] rows, double[] logs)
    {
        _kinds = kinds;
        _rows = rows;
        _targets = [.. rows.Select((row, i) => logs[i] - row.Select((x, c) => x * HeadPrior.Mean(kinds[c])).Sum())];
        _products = kinds.Distinct().ToDictionary(kind => kind, kind => Products([.. Enumerable.Range(0, kinds.Count).Where(c => kinds[c] == kind)]));
    }

    /// <summary>The weights of the columns after all measurements.</summary>
    public double[] Weights() => Weights([.. Enumerable.Range(0, _rows.Length)]);

    /// <summary>The logarithm of each latency as predicted by what the other networks say.</summary>
    /// <remarks>Up to 60 networks are left out one by one, more of them in ten parts.</remarks>
    public double[] LeftOut()
    {
        int count = _rows.Length, parts = count <= MostLeftOutOneByOne ? count : Folds;
        double[] logs = new double[count];
        for (int part = 0; part < parts; part++)
        {
            double[] weights = Weights([.. Enumerable.Range(0, count).Where(i => i % parts != part)]);
            for (int i = part; i < count; i += parts) logs[i] = TensorPrimitives.Dot<double>(weights, _rows[i]);
        }

        return logs;
    }

    /// <summary>The weights of the columns after the measurements <paramref name="networks"/>, under one prior.</summary>
    internal (double[] Weights, double LogEvidence) Weights(int[] networks, HeadPrior prior)
    {
        var fit = GaussianFit.Of(Covariance(networks, prior), [.. networks.Select(i => _targets[i])]);
        double[] weights = new double[_kinds.Count];
        for (int n = 0; n < networks.Length; n++) TensorPrimitives.MultiplyAdd<double>(_rows[networks[n]], fit.Weights[n], weights, weights);
        for (int c = 0; c < weights.Length; c++) weights[c] = HeadPrior.Mean(_kinds[c]) + (prior.Variance(_kinds[c]) * weights[c]);
        return (weights, fit.LogEvidence);
    }

    private double[] Weights(int[] networks)
    {
        double[] mean = [.. _kinds.Select(HeadPrior.Mean)];
        if (networks.Length == 0) return mean;
        var fits = HeadPrior.All.Select(prior => Weights(networks, prior)).ToList();
        double[] beliefs = Beliefs.Update(Beliefs.Even(fits.Count), [.. fits.Select(f => f.LogEvidence)]);
        double[] weights = new double[_kinds.Count];
        for (int f = 0; f < fits.Count; f++) TensorPrimitives.MultiplyAdd<double>(fits[f].Weights, beliefs[f], weights, weights);
        return weights;
    }

    private double[][] Covariance(int[] networks, HeadPrior prior)
    {
        var covariance = new double[networks.Length][];
        for (int i = 0; i < networks.Length; i++)
        {
            covariance[i] = new double[networks.Length];
            foreach (var (kind, products) in _products)
            {
                double variance = prior.Variance(kind);
                for (int j = 0; j <= i; j++) covariance[i][j] += variance * products[networks[i]][networks[j]];
            }

            covariance[i][i] += prior.Noise * prior.Noise;
        }

        return covariance;
    }

    private double[][] Products(int[] columns)
    {
        double[][] chosen = [.. _rows.Select(row => columns.Select(c => row[c]).ToArray())];
        return [.. chosen.Select(a => chosen.Select(b => TensorPrimitives.Dot<double>(a, b)).ToArray())];
    }
}
