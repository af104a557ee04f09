using System.CommandLine;
using NarFormer.Store;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Cli.Verbs;

/// <summary>The options of verbs that train on what a store remembers.</summary>
internal sealed class FromStoreOptions
{
    private readonly Option<string?> _location = new("--from-store")
    {
        Description = $"Train on what a store remembers, in place of the recipe's data set: a file, or a PostgreSQL database (the password may be in PGPASSWORD) [default: {NetworkStore.DefaultLocation}].",
        HelpName = "path or postgres://…",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _platform = new("--platform")
    {
        Description = "With a store: the platform whose measurements count, or the beginning of its name.",
        HelpName = "name",
        DefaultValueFactory = _ => "ort-cpu",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public FromStoreOptions(Command command)
    {
        command.Options.Add(_location);
        command.Options.Add(_platform);
    }

    /// <summary>The recipe for the snapshot at <paramref name="path"/>. A store knows no times of kernels: whole latencies alone are learnt.</summary>
    public static TrainingRecipe Of(TrainingRecipe recipe, string path) => recipe with { Dataset = path, KernelWeight = 0 };

    /// <summary>Whether a store was asked for.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetResult(_location) is { Implicit: false };

    /// <summary>Opens the store.</summary>
    public Task<INetworkStore> OpenAsync(ParseResult parsed, VerbContext context, CancellationToken cancellation) =>
        NetworkStore.OpenAsync(parsed.GetValue(_location) ?? NetworkStore.DefaultLocation, context.Clock, cancellation);

    /// <summary>The platform that was asked for.</summary>
    public string Platform(ParseResult parsed) => parsed.GetRequiredValue(_platform);

    /// <summary>The recipe for what the store holds now; a training in <paramref name="folder"/> that was begun goes on with what it began with.</summary>
    public async Task<TrainingRecipe> SnapshotAsync(ParseResult parsed, TrainingRecipe recipe, string folder, VerbContext context, CancellationToken cancellation)
    {
        if (recipe.Cells is not null) throw new InvalidDataException("--from-store: the recipe is for cells, a store holds networks");
        string path = Path.GetFullPath(Path.Combine(folder, StoreSnapshot.FileName));
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            await using var store = await OpenAsync(parsed, context, cancellation);
            await StoreSnapshot.WriteAsync(store, await StoreSnapshot.PlatformAsync(store, Platform(parsed), cancellation), path, cancellation);
        }

        return Of(recipe, path);
    }
}
