using System.Text.Json;
using NarFormer.Encoding.Safetensors;

namespace NarFormer.Datasets.Vectors;

/// <summary>
/// Vectors as safetensors: <c>vectors</c> <c>[networks, width]</c> and <c>predictions</c> <c>[networks]</c>, with the ids as a JSON
/// array among the texts.
/// </summary>
internal static class SafetensorsVectors
{
    private const string Vectors = "vectors";
    private const string Predictions = "predictions";
    private const string Ids = "ids";

    public static SafetensorsFile FileOf(NetworkVectors vectors)
    {
        var file = new SafetensorsFile();
        file.Tensors[Vectors] = SafetensorsTensor.Of(vectors.Values, vectors.Ids.Count, vectors.Width);
        file.Tensors[Predictions] = SafetensorsTensor.Of(vectors.Predictions, vectors.Ids.Count);
        foreach (var (key, text) in vectors.About) file.Metadata[key] = text;
        file.Metadata[Ids] = JsonSerializer.Serialize(vectors.Ids);
        return file;
    }

    /// <exception cref="InvalidDataException">The file has other tensors.</exception>
    public static NetworkVectors Read(string path)
    {
        var file = SafetensorsFile.Read(path);
        if (!file.Metadata.TryGetValue(Ids, out string? text)) throw new InvalidDataException($"there is no text '{Ids}'");
        try
        {
            string[] ids = JsonSerializer.Deserialize<string[]>(text) ?? [];
            var about = file.Metadata.Where(m => m.Key != Ids).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal);
            return new NetworkVectors(ids, file[Predictions].ToSingles(), file[Vectors].ToSingles(), about);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{Ids}' is not an array of texts: {e.Message}", e);
        }
    }
}
