using NarFormer.Datasets.Cells;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Cells with their latencies on devices.</summary>
internal sealed class DeviceTable
{
    private readonly IReadOnlyDictionary<string, double[]> _latencies;

    private DeviceTable(IReadOnlyList<CellRecord> cells, IReadOnlyDictionary<string, double[]> latencies)
    {
        Cells = cells;
        _latencies = latencies;
    }

    /// <summary>The cells, in the order of their file.</summary>
    public IReadOnlyList<CellRecord> Cells { get; }

    /// <summary>Reads the table of <paramref name="recipe"/>.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read, a latency is missing or not above 0, or there are too few cells; the message names the file.</exception>
    public static DeviceTable Read(DeviceStudyRecipe recipe)
    {
        string[] devices = [.. recipe.TrainingDevices, .. recipe.ValidationDevices, .. recipe.TestDevices];
        CellRecord[] cells = [.. LabelTable.Join(CellFile.Read(recipe.Cells), LabelTable.Read(recipe.Latencies, devices))];
        if (cells.Length < recipe.Known + recipe.Queries)
            throw new InvalidDataException($"{recipe.Latencies}: {recipe.Known} known cells and {recipe.Queries} to ask for do not fit into the {cells.Length} that are in {recipe.Cells} too");
        return new DeviceTable(cells, devices.ToDictionary(d => d, d => cells.Select(c => Latency(c, d, recipe.Latencies)).ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The latencies on <paramref name="device"/> in ms, <c>[cells]</c>.</summary>
    public double[] Latencies(string device) => _latencies[device];

    private static double Latency(CellRecord cell, string device, string path) => cell.Labels.TryGetValue(device, out double latency) && latency > 0
        ? latency
        : throw new InvalidDataException($"{path}: '{cell.Cell.Id}' has no latency above 0 on {device}");
}
