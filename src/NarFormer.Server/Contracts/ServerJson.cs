using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace NarFormer.Server.Contracts;

/// <summary>What the service reads and writes as JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(NetworkContract))]
[JsonSerializable(typeof(GraphContract))]
[JsonSerializable(typeof(NetworkPage))]
[JsonSerializable(typeof(IReadOnlyList<SimilarContract>))]
[JsonSerializable(typeof(IReadOnlyList<MapPoint>))]
[JsonSerializable(typeof(IReadOnlyList<PlatformContract>))]
[JsonSerializable(typeof(IReadOnlyList<PredictorContract>))]
[JsonSerializable(typeof(IReadOnlyList<PredictorError>))]
[JsonSerializable(typeof(IReadOnlyList<SampleContract>))]
[JsonSerializable(typeof(IReadOnlyList<PredictedItem>))]
[JsonSerializable(typeof(PredictionsRequest))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ServerJson : JsonSerializerContext;
