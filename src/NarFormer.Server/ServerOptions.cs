namespace NarFormer.Server;

/// <summary>What the service is to serve.</summary>
public sealed record ServerOptions
{
    /// <summary>Where the store lies: the path of a SQLite file, or <c>postgres://user:password@host:port/database</c>.</summary>
    public required string Store { get; init; }

    /// <summary>Names of installed predictors, or predictor files. Default: all installed predictors.</summary>
    public IReadOnlyList<string> Predictors { get; init; } = [];

    /// <summary>What callers have to send with every request for data; <see langword="null"/> for no key. Default none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What requests may ask for.</summary>
    public ServerLimits Limits { get; init; } = new();
}
