using NarFormer.Measurement;
using NarFormer.Training.Adaptation.Gaussian;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>
/// Predicts devices from other devices and a few measurements, in the manner of HELP (Lee et al. 2021): the first cells are
/// known on the training devices, measurements on a new device are drawn from them at random, and other cells are asked for.
/// </summary>
public sealed class DeviceStudy
{
    private const int Digits = 5;

    private readonly DeviceStudyRecipe _recipe;
    private readonly DeviceTable _table;
    private readonly double[][] _rows;
    private readonly KnownDevices _known;
    private readonly IReadOnlyList<double> _beliefs;
    private readonly IProgress<string> _progress;

    private DeviceStudy(DeviceStudyRecipe recipe, IProgress<string> progress, CancellationToken cancellation)
    {
        _recipe = recipe;
        _progress = progress;
        _table = DeviceTable.Read(recipe);
        _rows = CellColumns.Of(_table.Cells, recipe.Features).Rows;
        progress.Report($"{_rows.Length} cells of {_rows[0].Length} features; learning {recipe.TrainingDevices.Count} devices");
        _known = KnownDevices.Fit(_rows, [.. recipe.TrainingDevices.Select(Known)], SpaceKernel.All, cancellation);
        _beliefs = DeviceBeliefs.Learn(_rows, _known, [.. Tasks()], KrigingPrior.All);
    }

    /// <summary>Runs the study of <paramref name="recipe"/>.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read, or does not hold what the recipe needs.</exception>
    public static DeviceStudyResult Run(DeviceStudyRecipe recipe, IProgress<string> progress, CancellationToken cancellation)
    {
        var study = new DeviceStudy(recipe, progress, cancellation);
        return new DeviceStudyResult(
            recipe,
            study._known.Kernel.Length,
            study._known.Kernel.LinearShare,
            [.. KrigingPrior.All.Zip(study._beliefs, (p, b) => new DeviceBelief(p.Own, p.Noise, b))],
            [.. study.Scores(cancellation)]);
    }

    private double[] Known(string device) => RobustLogs.Of(_table.Latencies(device)[.._recipe.Known]);

    private IEnumerable<DeviceTask> Tasks() =>
        from device in Enumerable.Range(0, _recipe.TrainingDevices.Count)
        let latencies = _table.Latencies(_recipe.TrainingDevices[device])
        let protocol = DeviceProtocol.Of(latencies, _recipe).Single(p => p.Name == DeviceProtocol.All)
        from draw in Enumerable.Range(1, _recipe.Draws)
        let measured = protocol.Draw(_recipe.Measurements.Min(), draw)
        select new DeviceTask(device, measured, RobustLogs.Of([.. measured.Select(m => latencies[m])]));

    private IEnumerable<DeviceScore> Scores(CancellationToken cancellation)
    {
        var roles = new[] { ("training", _recipe.TrainingDevices), ("validation", _recipe.ValidationDevices), ("test", _recipe.TestDevices) };
        foreach (var (role, device) in roles.SelectMany(r => r.Item2.Select(d => (r.Item1, d))))
        {
            int left = role == "training" ? _recipe.TrainingDevices.ToList().IndexOf(device) : -1;
            var known = left >= 0 ? _known.Without(left) : _known;
            double[] alone = [.. KnownDevices.Fit(_rows, [Known(device)], [_known.Kernel], cancellation).Functions.Select(f => f[0])];
            double[] mean = [.. known.Functions.Select(f => f.Average())];
            foreach (var protocol in DeviceProtocol.Of(_table.Latencies(device), _recipe))
            {
                _progress.Report($"{device}, {protocol.Name}");
                yield return Unitless(device, role, protocol, DeviceMethod.Mean, 0, mean);
                foreach (int measurements in _recipe.Measurements)
                {
                    yield return Drawn(device, role, protocol, DeviceMethod.Alone, measurements, new DeviceKriging(_rows, known, KrigingPrior.Alone, Beliefs.Even(KrigingPrior.Alone.Count)), cancellation);
                    yield return Drawn(device, role, protocol, DeviceMethod.Adapted, measurements, new DeviceKriging(_rows, known, KrigingPrior.All, _beliefs), cancellation);
                }

                yield return Unitless(device, role, protocol, DeviceMethod.Alone, _recipe.Known, alone);
            }
        }
    }

    private DeviceScore Unitless(string device, string role, DeviceProtocol protocol, string method, int measurements, double[] predictions)
    {
        double[] latencies = _table.Latencies(device);
        double spearman = Correlation.Spearman([.. protocol.Queries.Select(q => latencies[q])], [.. protocol.Queries.Select(q => predictions[q])]);
        return new DeviceScore(device, role, protocol.Name, method, measurements, [Rounded(spearman)], []);
    }

    private DeviceScore Drawn(string device, string role, DeviceProtocol protocol, string method, int measurements, DeviceKriging kriging, CancellationToken cancellation)
    {
        double[] latencies = _table.Latencies(device), truth = [.. protocol.Queries.Select(q => latencies[q])];
        double[] spearman = new double[_recipe.Draws], errors = new double[_recipe.Draws];
        for (int draw = 0; draw < _recipe.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] measured = protocol.Draw(measurements, draw + 1);
            double[] logs = kriging.Predict(measured, RobustLogs.Of([.. measured.Select(m => latencies[m])]), protocol.Queries);
            spearman[draw] = Rounded(Correlation.Spearman(truth, logs));
            errors[draw] = Rounded(Quantiles.Of(logs.Select((l, i) => Math.Abs((Math.Exp(l) / truth[i]) - 1)), 0.5));
        }

        return new DeviceScore(device, role, protocol.Name, method, measurements, spearman, errors);
    }

    private static double Rounded(double score) => Math.Round(score, Digits);
}
