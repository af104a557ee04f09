namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Measurements on a training device that is taken for a new one.</summary>
/// <param name="Left">The number of the device among the training devices.</param>
/// <param name="Measured">The numbers of the measured cells.</param>
/// <param name="Logs">Logarithms of their latencies.</param>
internal sealed record DeviceTask(int Left, int[] Measured, double[] Logs);
