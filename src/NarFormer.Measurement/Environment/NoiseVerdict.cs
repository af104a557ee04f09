namespace NarFormer.Measurement.Environment;

/// <summary>Whether a machine is quiet enough to measure on.</summary>
/// <param name="Refusal">Why not, or <see langword="null"/>.</param>
/// <param name="Warnings">What a reader of the figures should know.</param>
public sealed record NoiseVerdict(string? Refusal, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Judges a busy share (0..1, <see langword="null"/> if unknown): above <see cref="MachineNoise.RefusalShare"/> it
    /// refuses unless <paramref name="allow"/>, above <see cref="MachineNoise.WarningShare"/> it warns.
    /// </summary>
    public static NoiseVerdict Of(double? busyShare, bool allow) => busyShare switch
    {
        null => new NoiseVerdict(null, ["how busy the machine is could not be told"]),
        > MachineNoise.RefusalShare when !allow => new NoiseVerdict(Text(busyShare.Value) + ": figures would mean little; --allow-noise measures all the same", []),
        > MachineNoise.WarningShare => new NoiseVerdict(null, [Text(busyShare.Value)]),
        _ => new NoiseVerdict(null, []),
    };

    private static string Text(double share) => FormattableString.Invariant($"other work keeps the processors {share * 100:0} % busy");
}
