using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Learns from the training devices what a new device will be like: each is taken for a new one among the others.</summary>
internal static class DeviceBeliefs
{
    private const int Turns = 20;

    // Devices may be unlike all that training has seen.
    private const double Doubt = 0.2;

    /// <summary>The probability of each of <paramref name="priors"/>, by which the measurements of all draws are likeliest (expectation maximisation).</summary>
    public static double[] Learn(double[][] rows, KnownDevices known, IReadOnlyList<DeviceTask> tasks, IReadOnlyList<KrigingPrior> priors)
    {
        double[] even = Beliefs.Even(priors.Count);
        double[][] evidence = [.. tasks.GroupBy(t => t.Left).SelectMany(device =>
        {
            var kriging = new DeviceKriging(rows, known.Without(device.Key), priors, even);
            return device.Select(t => kriging.LogEvidence(t.Measured, t.Logs));
        })];
        double[] beliefs = even;
        for (int turn = 0; turn < Turns; turn++)
        {
            double[][] posteriors = [.. evidence.Select(e => Beliefs.Update(beliefs, e))];
            beliefs = [.. priors.Select((_, p) => posteriors.Average(b => b[p]))];
        }

        return [.. beliefs.Select((b, p) => ((1 - Doubt) * b) + (Doubt * even[p]))];
    }
}
