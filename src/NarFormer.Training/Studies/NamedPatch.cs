using System.Text.Json.Nodes;

namespace NarFormer.Training.Studies;

/// <summary>A change to a recipe.</summary>
/// <param name="Name">What to call it; also a folder's name.</param>
/// <param name="Patch">The change, as a merge patch (RFC 7396).</param>
internal sealed record NamedPatch(string Name, JsonObject Patch);
