using NarFormer.Measurement.Environment;

namespace NarFormer.Cli.Measuring;

/// <summary>Looks whether the machine is quiet before anything is measured.</summary>
internal static class MachineCheck
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(0.5);

    /// <summary>Watches the machine for half a second.</summary>
    public static async Task<NoiseVerdict> RunAsync(VerbContext context, bool allowNoise, CancellationToken cancellation) =>
        NoiseVerdict.Of(await MachineNoise.BusyShareAsync(Window, context.Clock, cancellation), allowNoise);
}
