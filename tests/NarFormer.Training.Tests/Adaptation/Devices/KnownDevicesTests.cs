using NarFormer.Training.Adaptation.Devices;
using NarFormer.Training.Adaptation.Gaussian;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Adaptation.Devices;

public sealed class KnownDevicesTests
{
    private const int Cells = 160;
    private const int Measured = 80;

    private static readonly double[][] Rows = CellColumns.Of(Counts()).Rows;

    [Fact]
    public void Latencies_of_cells_that_were_not_measured_are_known()
    {
        var known = KnownDevices.Fit(Rows, [Logs(1, 1), Logs(1, 4)], SpaceKernel.All, TestContext.Current.CancellationToken);
        foreach (int device in new[] { 0, 1 })
        {
            double[] truth = All(1, device == 0 ? 1 : 4);
            Correlation.Spearman(truth.AsSpan(Measured), [.. known.Functions[Measured..].Select(f => f[device])]).ShouldBeGreaterThan(0.97);
        }
    }

    [Fact]
    public void A_few_measurements_make_a_new_device_known()
    {
        var known = KnownDevices.Fit(Rows, [Logs(1, 1), Logs(1, 4), Logs(4, 1)], SpaceKernel.All, TestContext.Current.CancellationToken);
        var kriging = new DeviceKriging(Rows, known, KrigingPrior.All, Beliefs.Even(KrigingPrior.All.Count));
        double[] truth = All(3, 2);
        int[] measured = [.. Enumerable.Range(0, 8)], asked = [.. Enumerable.Range(Measured, Cells - Measured)];
        double[] logs = kriging.Predict(measured, [.. measured.Select(m => Math.Log(truth[m]))], asked);
        Correlation.Spearman([.. asked.Select(a => truth[a])], logs).ShouldBeGreaterThan(0.97);
        for (int i = 0; i < asked.Length; i++) logs[i].ShouldBe(Math.Log(truth[asked[i]]), 0.3);
    }

    [Fact]
    public void A_device_is_left_out_with_all_that_is_known_of_it()
    {
        var known = KnownDevices.Fit(Rows, [Logs(1, 1), Logs(1, 4), Logs(4, 1)], [new SpaceKernel(1, 0.5)], TestContext.Current.CancellationToken);
        var left = known.Without(1);
        left.Deviations.ShouldBe([known.Deviations[0], known.Deviations[2]]);
        left.Functions[5].ShouldBe([known.Functions[5][0], known.Functions[5][2]]);
    }

    [Fact]
    public void What_takes_next_to_no_time_does_not_decide_everything()
    {
        double[] logs = RobustLogs.Of([10, 11, 12, 13, 14, 0.001]);
        logs[..5].ShouldBe([.. new[] { 10, 11, 12, 13, 14 }.Select(l => Math.Log(l))], 1e-9);
        logs[5].ShouldBeInRange(Math.Log(4), Math.Log(10));
        RobustLogs.Of([2, 2, 2, 3]).ShouldBe([Math.Log(2), Math.Log(2), Math.Log(2), Math.Log(3)], 1e-9);
    }

    private static double[][] Counts()
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, Cells).Select(_ => new double[] { random.Next(7), random.Next(7), random.Next(7) })];
    }

    private static double[] All(double first, double second) => [.. Counts().Select(c => 1 + (first * c[0]) + (second * c[1]) + (0.2 * c[2]))];

    private static double[] Logs(double first, double second) => [.. All(first, second)[..Measured].Select(l => Math.Log(l))];
}
