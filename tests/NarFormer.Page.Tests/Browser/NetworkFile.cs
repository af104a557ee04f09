using Google.Protobuf;
using Microsoft.Playwright;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Page.Tests.Browser;

/// <summary>Files to give to the page.</summary>
internal static class NetworkFile
{
    /// <summary>A network of the zoo.</summary>
    public static FilePayload OfZoo(string family, ulong seed = 1) => Of($"{family}-{seed}.onnx", ZooCatalog.Families.First(f => f.Name == family).Generate(seed).ToByteArray());

    public static FilePayload Sample(string name) => Of(name, File.ReadAllBytes(Path.Combine(SharedData.Repository(), "samples", name)));

    public static FilePayload Of(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };
}
