namespace NarFormer.Store.Sql;

/// <summary>The steps that lead from an empty database to today's tables. A step that was released is never changed.</summary>
internal static class Migrations
{
    // {bytes} stands for the type of a column of bytes. Times are text in UTC, so that they sort and people can read them.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE networks (
            hash TEXT PRIMARY KEY, name TEXT NOT NULL, family TEXT, nodes BIGINT NOT NULL, macs BIGINT NOT NULL,
            parameters BIGINT NOT NULL, weight_bytes BIGINT NOT NULL, added_at TEXT NOT NULL);
        CREATE INDEX networks_by_time ON networks (added_at, hash);
        CREATE TABLE models (hash TEXT PRIMARY KEY REFERENCES networks (hash), brotli {bytes} NOT NULL);
        CREATE TABLE measurements (
            hash TEXT NOT NULL REFERENCES networks (hash), platform TEXT NOT NULL, at TEXT NOT NULL,
            label_ms DOUBLE PRECISION NOT NULL, low_ms DOUBLE PRECISION NOT NULL, median_ms DOUBLE PRECISION NOT NULL,
            quantiles_ms TEXT NOT NULL, runs BIGINT NOT NULL, environment TEXT NOT NULL,
            PRIMARY KEY (hash, platform, at));
        CREATE INDEX measurements_by_time ON measurements (platform, at);
        CREATE TABLE predictions (
            hash TEXT NOT NULL REFERENCES networks (hash), platform TEXT NOT NULL, predictor TEXT NOT NULL, at TEXT NOT NULL,
            value DOUBLE PRECISION NOT NULL, low DOUBLE PRECISION, high DOUBLE PRECISION, coverage DOUBLE PRECISION, familiar BOOLEAN,
            PRIMARY KEY (hash, platform, predictor));
        CREATE INDEX predictions_by_predictor ON predictions (predictor, at);
        CREATE TABLE vectors (
            predictor TEXT NOT NULL, hash TEXT NOT NULL REFERENCES networks (hash), elements {bytes} NOT NULL,
            PRIMARY KEY (predictor, hash));
        """,
        """
        ALTER TABLE vectors ADD COLUMN added_at TEXT NOT NULL DEFAULT '';
        CREATE INDEX vectors_by_time ON vectors (predictor, added_at);
        """,
    ];

    /// <summary>Takes the steps that <paramref name="database"/> has not taken yet, each as a whole.</summary>
    /// <exception cref="InvalidDataException">The database took steps that this version does not know.</exception>
    public static async Task ApplyAsync(Database database, TimeProvider clock, CancellationToken cancellation)
    {
        while (await StepAsync(database, clock, cancellation).ConfigureAwait(false))
        {
        }
    }

    private static async Task<bool> StepAsync(Database database, TimeProvider clock, CancellationToken cancellation)
    {
        var session = await database.WriteAsync(cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await database.LockTablesAsync(session, cancellation).ConfigureAwait(false);
            await session.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT PRIMARY KEY, applied_at TEXT NOT NULL)", cancellation).ConfigureAwait(false);
            long version = await session.FirstAsync(new Query<long>("SELECT COALESCE(MAX(version), 0) FROM schema_versions", row => row.GetInt64(0)), cancellation).ConfigureAwait(false);
            if (version > Steps.Length)
                throw new InvalidDataException($"{database.Name}: the store has tables of version {version}, this program knows {Steps.Length}: use a newer one");
            if (version == Steps.Length) return false;
            await session.ExecuteAsync(Steps[version].Replace("{bytes}", database.Bytes, StringComparison.Ordinal), cancellation).ConfigureAwait(false);
            await session.ExecuteAsync(
                "INSERT INTO schema_versions VALUES (@version, @at)", cancellation, ("@version", version + 1), ("@at", TimeText.Of(clock.GetUtcNow()))).ConfigureAwait(false);
            await session.CommitAsync(cancellation).ConfigureAwait(false);
            return true;
        }
    }
}
