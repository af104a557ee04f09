using System.Data.Common;
using NarFormer.Store.Sql;

namespace NarFormer.Store;

/// <summary>Opens stores.</summary>
public static class NetworkStore
{
    /// <summary>Where the store lies if nobody says otherwise: <c>narformer/store.db</c> in the user's data folder (<c>XDG_DATA_HOME</c>, else <c>~/.local/share</c>).</summary>
    public static string DefaultLocation =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "narformer", "store.db");

    /// <summary>Opens a store, makes it if there is none, and brings its tables up to date.</summary>
    /// <param name="location">The path of a SQLite file, or <c>postgres://user:password@host:port/database</c>.</param>
    /// <param name="clock">Tells when tables were changed and vectors added.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="InvalidDataException">There is no store and none can be made, or it belongs to a newer version; the message names it.</exception>
    public static async Task<INetworkStore> OpenAsync(string location, TimeProvider clock, CancellationToken cancellation = default)
    {
        Database? database = null;
        try
        {
            database = Database.At(location);
            await database.PrepareAsync(cancellation).ConfigureAwait(false);
            await Migrations.ApplyAsync(database, clock, cancellation).ConfigureAwait(false);
            var store = new DatabaseStore(database, clock);
            database = null;
            return store;
        }
        catch (DbException e)
        {
            throw new InvalidDataException($"{Database.NameOf(location)}: not a store that can be opened: {e.Message}", e);
        }
        finally
        {
            if (database is not null) await database.DisposeAsync().ConfigureAwait(false);
        }
    }
}
