using System.Text.Json.Nodes;

namespace NarFormer.Training.Studies;

/// <summary>A change to a recipe, or another recipe.</summary>
/// <param name="Name">What to call it; also a folder's name.</param>
/// <param name="Patch">The change, as a merge patch (RFC 7396).</param>
/// <param name="Recipe">The path of a recipe, relative to the study's file, to change in place of the study's; none if left out.</param>
internal sealed record NamedPatch(string Name, JsonObject Patch, string? Recipe = null);
