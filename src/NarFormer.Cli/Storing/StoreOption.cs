using System.CommandLine;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>The option of every verb that remembers: which store.</summary>
internal sealed class StoreOption
{
    private readonly Option<string?> _option = new("--store")
    {
        Description = $"Where measurements are remembered: a file, or a PostgreSQL database (the password may be in PGPASSWORD) [default: {NetworkStore.DefaultLocation}].",
        HelpName = "path or postgres://…",
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public StoreOption(Command command) => command.Options.Add(_option);

    /// <summary>Where the store that the user asked for lies.</summary>
    public string LocationOf(ParseResult parsed) => parsed.GetValue(_option) ?? NetworkStore.DefaultLocation;

    /// <summary>Opens the store that the user asked for.</summary>
    public Task<INetworkStore> OpenAsync(ParseResult parsed, VerbContext context, CancellationToken cancellation) =>
        NetworkStore.OpenAsync(LocationOf(parsed), context.Clock, cancellation);
}
