using System.Text.Encodings.Web;
using System.Text.Json;

namespace NarFormer.Cli.Ranking;

/// <summary>How architectures stand in JSON: <c>+</c> and <c>|</c> as they are.</summary>
internal static class JsonText
{
    public static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
