using NarFormer.Store.Sql.Tables;

namespace NarFormer.Store.Sql;

/// <summary>Writes a network with all that is known of it.</summary>
internal static class EntryWriting
{
    /// <returns>Whether the network or a measurement of it is new.</returns>
    public static async Task<bool> WriteAsync(Session session, StoreEntry entry, DateTimeOffset now, CancellationToken cancellation)
    {
        bool added = await NetworkTable.InsertAsync(session, entry.Network, entry.Model, cancellation).ConfigureAwait(false);
        foreach (var measurement in entry.Measurements) added |= await MeasurementTable.InsertAsync(session, measurement, cancellation).ConfigureAwait(false);
        foreach (var prediction in entry.Predictions) await PredictionTable.WriteAsync(session, prediction, cancellation).ConfigureAwait(false);
        foreach (var (predictor, vector) in entry.Vectors) await VectorTable.WriteAsync(session, entry.Network.Hash, predictor, vector, now, cancellation).ConfigureAwait(false);
        return added;
    }
}
