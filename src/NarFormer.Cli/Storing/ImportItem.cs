using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>A network that can be imported.</summary>
/// <param name="Name">What to call it in messages.</param>
/// <param name="Make">Reads it; throws what reading networks throws.</param>
internal sealed record ImportItem(string Name, Func<StoreEntry> Make);
