using System.Text.Json;
using System.Text.Json.Serialization;

namespace NarFormer.Training.Studies;

/// <summary>Results of a study as JSON files.</summary>
internal static class StudyJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    public static void Write<T>(T value, string path) => WholeFile.Write(path, Text(value));

    /// <exception cref="InvalidDataException">The file does not hold such a value.</exception>
    public static T Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options) ?? throw new InvalidDataException($"{path}: holds nothing");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }
}
