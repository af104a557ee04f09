using System.Text.Json;
using System.Text.Json.Serialization;

namespace NarFormer.Training.Recipes;

/// <summary>
/// How recipes stand in JSON: names in camel case, unknown keys are errors, comments are allowed. By reflection, because
/// generated code forgets the defaults of init-only properties.
/// </summary>
internal static class RecipeJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
