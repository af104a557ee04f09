using System.Text.Json;

namespace NarFormer.Server.Contracts;

/// <summary>Networks, or cells of a search space, that are asked about.</summary>
/// <param name="Networks">Hashes of known networks.</param>
/// <param name="Cells">
/// Cells in place of networks: each the text of the space's architecture, or an object
/// <c>{"id": "a", "ops": ["input", …, "output"], "edges": [[0,1], …]}</c>.
/// </param>
/// <param name="Predictor">The name of the predictor; needed for cells, and else one of those for networks.</param>
public sealed record PredictionsRequest(IReadOnlyList<string>? Networks, IReadOnlyList<JsonElement>? Cells, string? Predictor);
