using System.Diagnostics;

namespace NarFormer.Server.Telemetry;

/// <summary>The names under which the service reports what it does.</summary>
internal static class ServerTelemetry
{
    /// <summary>The name of its metrics and traces.</summary>
    public const string Name = "NarFormer.Server";

    /// <summary>Its traces.</summary>
    public static ActivitySource Activities { get; } = new(Name);
}
