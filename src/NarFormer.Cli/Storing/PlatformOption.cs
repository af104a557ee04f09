using System.CommandLine;
using NarFormer.Measurement;

namespace NarFormer.Cli.Storing;

/// <summary>The option by which a verb is asked for platforms: their name, or its beginning.</summary>
internal static class PlatformOption
{
    /// <summary>The option.</summary>
    public static Option<string> Create() => new("--platform")
    {
        Description = "The platform, or the beginning of its name such as 'ort-cpu 1.31'.",
        HelpName = "name",
        DefaultValueFactory = _ => LatencyEngine.Platform,
    };

    /// <summary>Whether <paramref name="platform"/> is meant by <paramref name="asked"/>.</summary>
    public static bool Matches(string asked, string platform) => PlatformName.IsMeant(asked, platform);
}
