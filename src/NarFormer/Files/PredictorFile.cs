using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;
using NarFormer.Description;
using NarFormer.Familiarity;
using NarFormer.Onnx.Schema;

namespace NarFormer.Files;

/// <summary>
/// A predictor in one file: an ONNX model (see <see cref="Export.PredictorGraph"/>) whose metadata hold the version of
/// this format under <c>narformer.format</c> and JSON documents under <c>narformer.predictor</c> and
/// <c>narformer.familiarity</c>.
/// </summary>
/// <param name="Description">What the predictor says about itself.</param>
/// <param name="Familiarity">What it takes for like its training data.</param>
/// <param name="Model">The bytes of the ONNX model.</param>
public sealed record PredictorFile(PredictorDescription Description, FamiliarityModel Familiarity, ReadOnlyMemory<byte> Model)
{
    private const int DigitsOfAVersion = 12;
    private const int FormatVersion = 1;
    private const string FormatKey = "narformer.format";
    private const string DescriptionKey = "narformer.predictor";
    private const string FamiliarityKey = "narformer.familiarity";

    /// <summary>The name with the beginning of the file's SHA-256, <c>latency-ort-cpu@0123456789ab</c>: two files that differ have different versions.</summary>
    public string Version => $"{Description.Name}@{Convert.ToHexStringLower(SHA256.HashData(Model.Span))[..DigitsOfAVersion]}";

    /// <summary>Joins <paramref name="model"/> with what is to be known about it.</summary>
    public static PredictorFile Of(ModelProto model, PredictorDescription description, FamiliarityModel familiarity)
    {
        var complete = model.Clone();
        Add(FormatKey, FormatVersion.ToString(CultureInfo.InvariantCulture));
        Add(DescriptionKey, JsonSerializer.Serialize(description, PredictorJson.Default.PredictorDescription));
        Add(FamiliarityKey, JsonSerializer.Serialize(familiarity, PredictorJson.Default.FamiliarityModel));
        return new PredictorFile(description, familiarity, complete.ToByteArray());

        void Add(string key, string value) => complete.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
    }

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not a predictor or of a newer format; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PredictorFile Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        var texts = MetadataReader.Read(bytes);
        if (texts is null || !texts.TryGetValue(FormatKey, out string? format) || !int.TryParse(format, CultureInfo.InvariantCulture, out int version))
            throw new InvalidDataException($"{path}: not a predictor file (its metadata have no {FormatKey})");
        if (version > FormatVersion)
            throw new InvalidDataException($"{path}: a predictor file of format {version}; this version of NarFormer reads up to format {FormatVersion}");
        return new PredictorFile(
            Document(DescriptionKey, PredictorJson.Default.PredictorDescription),
            Document(FamiliarityKey, PredictorJson.Default.FamiliarityModel),
            bytes);

        T Document<T>(string key, JsonTypeInfo<T> type)
        {
            try
            {
                return texts.TryGetValue(key, out string? json) && JsonSerializer.Deserialize(json, type) is { } document
                    ? document
                    : throw new InvalidDataException($"{path}: a damaged predictor file: its metadata have no {key}");
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}: a damaged predictor file: {key}: {e.Message}", e);
            }
        }
    }

    /// <summary>Writes the file to a temporary name beside <paramref name="path"/> and then renames it.</summary>
    public void Write(string path)
    {
        string temporary = path + ".tmp";
        using (var stream = File.Create(temporary)) stream.Write(Model.Span);
        File.Move(temporary, path, overwrite: true);
    }
}
