namespace NarFormer.Training.Adaptation.Devices;

/// <summary>A study of how well latencies on a device are known from those on other devices and a few measurements.</summary>
public sealed record DeviceStudyRecipe
{
    /// <summary>The file of cells.</summary>
    public required string Cells { get; init; }

    /// <summary>The table of their latencies in ms, a column a device; cells that are not in it are left out.</summary>
    public required string Latencies { get; init; }

    /// <summary>What cells are compared by.</summary>
    public required IReadOnlyList<CellFeatureRecipe> Features { get; init; }

    /// <summary>Devices that are known.</summary>
    public required IReadOnlyList<string> TrainingDevices { get; init; }

    /// <summary>Devices that settings were chosen by. Default none.</summary>
    public IReadOnlyList<string> ValidationDevices { get; init; } = [];

    /// <summary>Devices that figures are reported of.</summary>
    public required IReadOnlyList<string> TestDevices { get; init; }

    /// <summary>The first so many cells are known on the training devices, and those to measure on a new device are drawn from them. Default 900.</summary>
    public int Known { get; init; } = 900;

    /// <summary>The next so many cells are what is asked for. Default 1000.</summary>
    public int Queries { get; init; } = 1000;

    /// <summary>Numbers of measurements on a new device. Default 10, 30, 100.</summary>
    public IReadOnlyList<int> Measurements { get; init; } = [10, 30, 100];

    /// <summary>How often measurements are drawn. Default 20.</summary>
    public int Draws { get; init; } = 20;
}
