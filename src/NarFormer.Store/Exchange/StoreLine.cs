using System.Text.Json;
using NarFormer.Store.Sql;

namespace NarFormer.Store;

/// <summary>
/// A line of a file into which a store is written and from which it is read: a JSON object with the network's name, family
/// and time, its model without weights (<c>model</c>: base64 of Brotli), and its measurements.
/// </summary>
public static class StoreLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The line of <paramref name="entry"/>.</summary>
    public static string Of(StoreEntry entry) =>
        JsonSerializer.Serialize(new Line(entry.Network.Hash, entry.Network.Name, entry.Network.Family, entry.Network.AddedAt, CompressedModel.Of(entry.Model), entry.Measurements), Json);

    /// <summary>Reads a line; the network is read again from its model.</summary>
    /// <exception cref="InvalidDataException">It is not such a line, or its model is another network than it says.</exception>
    /// <exception cref="Onnx.OnnxException">Its model is not a network.</exception>
    public static StoreEntry Read(string text)
    {
        var line = Parse(text);
        byte[] model = CompressedModel.Expand(line.Model);
        using var stream = new MemoryStream(model, writable: false);
        var captured = new NetworkCapture(TimeProvider.System, StoredModel.OptionsOf(model)).Stream(stream, line.Name, line.Family);
        if (captured.Network.Hash != line.Hash) throw new InvalidDataException($"{line.Name}: the model is network {captured.Network.Hash}, not {line.Hash}");
        if (line.Measurements.FirstOrDefault(m => m.Hash != line.Hash) is { } other) throw new InvalidDataException($"{line.Name}: has a measurement of network {other.Hash}");
        return new StoreEntry(captured.Network with { AddedAt = line.AddedAt }, captured.Model) { Measurements = line.Measurements };
    }

    private static Line Parse(string text)
    {
        try
        {
            var line = JsonSerializer.Deserialize<Line>(text, Json);
            return line is { Hash: not null, Name: not null, Model: not null, Measurements: not null } ? line : throw new InvalidDataException("not a line of a store: hash, name, model or measurements are missing");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"not a line of a store: {e.Message}", e);
        }
    }

    private sealed record Line(string Hash, string Name, string? Family, DateTimeOffset AddedAt, byte[] Model, IReadOnlyList<StoredMeasurement> Measurements);
}
