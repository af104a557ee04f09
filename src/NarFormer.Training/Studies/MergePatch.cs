using System.Text.Json.Nodes;

namespace NarFormer.Training.Studies;

/// <summary>JSON merge patches (RFC 7396): objects are merged key by key, null removes a key, all else replaces.</summary>
internal static class MergePatch
{
    /// <summary>A copy of <paramref name="target"/> with <paramref name="patch"/> applied.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var result = target is JsonObject ? target.DeepClone().AsObject() : [];
        foreach (var (key, change) in changes)
        {
            if (change is null) result.Remove(key);
            else result[key] = Apply(result[key], change);
        }

        return result;
    }
}
