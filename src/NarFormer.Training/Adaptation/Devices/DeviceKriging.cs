using System.Numerics.Tensors;
using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>
/// The logarithms of latencies on a new device from a few measurements: a Gaussian process whose covariance is that of the
/// known devices (a linear head on their predictions whose weights are normal, kriging between devices) and, for what is
/// like no known device, the kernel of the space. Its amplitude is integrated out; the alternatives of
/// <see cref="KrigingPrior"/> are averaged by their evidence.
/// </summary>
internal sealed class DeviceKriging
{
    // The level of a device is not known: its variance beside that of the latencies, which is 1.
    private const double Level = 100;

    // How sure the amplitude of the known devices is of that of a new one, in measurements.
    private const double Degrees = 4;

    private readonly double[][] _rows;
    private readonly KnownDevices _known;
    private readonly IReadOnlyList<KrigingPrior> _priors;
    private readonly IReadOnlyList<double> _beliefs;
    private readonly double _amplitude;

    /// <summary>Prepares for new devices.</summary>
    /// <param name="rows">Features of all cells, <c>[cells, features]</c>.</param>
    /// <param name="known">The known devices.</param>
    /// <param name="priors">The alternatives.</param>
    /// <param name="beliefs">Their probabilities, <c>[alternatives]</c>.</param>
    public DeviceKriging(double[][] rows, KnownDevices known, IReadOnlyList<KrigingPrior> priors, IReadOnlyList<double> beliefs)
    {
        _rows = rows;
        _known = known;
        _priors = priors;
        _beliefs = beliefs;
        _amplitude = known.Deviations.Average(d => d * d);
    }

    /// <summary>The logarithm of the evidence of each alternative, <c>[alternatives]</c>.</summary>
    /// <param name="measured">The numbers of the measured cells.</param>
    /// <param name="logs">Logarithms of their latencies.</param>
    public double[] LogEvidence(int[] measured, double[] logs) => [.. Fits(measured, Centred(logs)).Select(Evidence)];

    /// <summary>The logarithms of the latencies of <paramref name="asked"/>.</summary>
    /// <param name="measured">The numbers of the measured cells.</param>
    /// <param name="logs">Logarithms of their latencies.</param>
    /// <param name="asked">The numbers of the cells to predict.</param>
    public double[] Predict(int[] measured, double[] logs, int[] asked)
    {
        var fits = Fits(measured, Centred(logs)).ToList();
        double[] beliefs = Beliefs.Update(_beliefs, [.. fits.Select(Evidence)]);
        double[] devices = new double[_known.Deviations.Length], own = new double[measured.Length];
        double level = logs.Average();
        for (int p = 0; p < fits.Count; p++)
        {
            double[] weights = fits[p].Weights;
            level += beliefs[p] * Level * weights.Sum();
            TensorPrimitives.MultiplyAdd<double>(weights, beliefs[p] * _priors[p].Own, own, own);
            double share = beliefs[p] * (1 - _priors[p].Own) / devices.Length;
            for (int i = 0; i < measured.Length; i++) TensorPrimitives.MultiplyAdd<double>(_known.Functions[measured[i]], share * weights[i], devices, devices);
        }

        return [.. asked.Select(cell => level + TensorPrimitives.Dot<double>(devices, _known.Functions[cell]) + Own(cell))];

        double Own(int cell)
        {
            double sum = 0;
            for (int i = 0; i < measured.Length; i++) sum += own[i] * _known.Kernel.Between(_rows[cell], _rows[measured[i]]);
            return sum;
        }
    }

    private double Evidence(GaussianFit fit) => fit.LogEvidenceOfUnknownScale(Degrees, _amplitude);

    private IEnumerable<GaussianFit> Fits(int[] measured, double[] targets)
    {
        double[][] own = _known.Kernel.Among([.. measured.Select(m => _rows[m])]);
        double[][] functions = [.. measured.Select(m => _known.Functions[m])];
        double[][] devices = [.. functions.Select((x, i) => functions.Take(i + 1).Select(y => TensorPrimitives.Dot<double>(x, y) / x.Length).ToArray())];
        return _priors.Select(prior => GaussianFit.Of(
            [.. own.Select((row, i) => row.Select((k, j) => (prior.Own * k) + ((1 - prior.Own) * devices[i][j]) + Level + (i == j ? prior.Noise : 0)).ToArray())],
            targets));
    }

    private static double[] Centred(double[] logs)
    {
        double mean = logs.Average();
        return [.. logs.Select(l => l - mean)];
    }
}
