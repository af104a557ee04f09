using CsCheck;
using NarFormer.Onnx.Reading;
using NarFormer.Testing;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class DamagedRealFilesTests
{
    private const int LargestBytes = 3000;

    [Fact]
    public void Real_files_with_changed_removed_or_repeated_bytes_give_a_graph_or_a_clear_error()
    {
        byte[][] files = [.. new[] { "onnx-real/ops", "onnx-bad" }
            .SelectMany(folder => Directory.GetFiles(SharedData.Path(folder), "*.onnx"))
            .Select(File.ReadAllBytes)
            .Where(f => f.Length < LargestBytes)];
        files.Length.ShouldBeGreaterThan(100);
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, LargestBytes], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Sample(
            changes =>
            {
                byte[] bytes = files[changes[0].Item1];
                foreach (var (_, position, value, kind) in changes) bytes = Damage(bytes, position % Math.Max(1, bytes.Length), value, kind);
                ReadOrFail(bytes);
            },
            iter: 1500, threads: 1);
    }

    private static byte[] Damage(byte[] bytes, int position, byte value, int kind) => kind switch
    {
        0 => [.. bytes[..position], .. bytes[Math.Min(bytes.Length, position + value)..]],
        1 => [.. bytes[..position], .. bytes[Math.Max(0, position - value)..]],
        2 => bytes[..position],
        _ => [.. bytes[..position], value, .. bytes[Math.Min(bytes.Length, position + 1)..]],
    };

    private static void ReadOrFail(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            new OnnxReader().Read(ModelFile.ReadWithoutWeights(stream, OnnxLimits.Default), "damaged");
        }
        catch (OnnxException)
        {
            // A clear error is what a damaged file may give.
        }
    }
}
