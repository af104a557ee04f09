namespace NarFormer.Measurement.Environment;

/// <summary>The machine that measured and its software.</summary>
/// <param name="Cpu">The processor's name.</param>
/// <param name="Cores">Processors that the system schedules on.</param>
/// <param name="MemoryBytes">Memory of the machine.</param>
/// <param name="OperatingSystem">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="OnnxRuntime">The version of ONNX Runtime.</param>
/// <param name="Providers">The execution providers that ONNX Runtime offers.</param>
/// <param name="LoadAverage">Runnable processes over the last minute; <see langword="null"/> where the system does not tell.</param>
public sealed record MachineEnvironment(
    string Cpu, int Cores, long MemoryBytes, string OperatingSystem, string Runtime, string OnnxRuntime, IReadOnlyList<string> Providers, double? LoadAverage);
