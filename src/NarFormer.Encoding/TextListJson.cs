using System.Text.Json.Serialization;

namespace NarFormer.Encoding;

/// <summary>Writes lists of texts as JSON without reflection.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class TextListJson : JsonSerializerContext;
