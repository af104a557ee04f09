using System.Text.Json.Serialization;
using NarFormer.Description;
using NarFormer.Familiarity;

namespace NarFormer.Files;

/// <summary>The JSON documents in a predictor file's metadata.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PredictorDescription))]
[JsonSerializable(typeof(FamiliarityModel))]
internal sealed partial class PredictorJson : JsonSerializerContext;
