using System.Text.Json.Nodes;
using NarFormer.Encoding.Cells;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;

namespace NarFormer.Encoding.Tests.Cells;

public sealed class NerfCodeTests
{
    [Fact]
    public void Equals_the_published_codes_of_operations_and_positions()
    {
        var golden = SafetensorsFile.Read(SharedData.Path("golden", "cell_model.safetensors"));
        var cells = JsonNode.Parse(File.ReadAllText(SharedData.Path("golden", "cells.json")))!.AsArray();
        foreach (var cell in cells.Where(c => (string?)c!["space"] == "nb201"))
        {
            int[] operations = [.. cell!["ops"]!.AsArray().Select(o => (int)o!)];
            float[] published = golden[$"nb201/{cell["index"]}/code"].ToSingles();
            float[] ours = new float[published.Length];
            for (int node = 0; node < operations.Length; node++)
            {
                NerfCode.Write(operations[node], ours.AsSpan(2 * node * NerfCode.Width));
                NerfCode.Write(node, ours.AsSpan(((2 * node) + 1) * NerfCode.Width));
            }

            for (int i = 0; i < ours.Length; i++) ours[i].ShouldBe(published[i], 1e-6f);
        }
    }

    [Fact]
    public void Different_numbers_have_codes_that_are_far_apart()
    {
        float[][] codes = [.. Enumerable.Range(0, 8).Select(Code)];
        for (int a = 0; a < codes.Length; a++)
        {
            for (int b = a + 1; b < codes.Length; b++)
                codes[a].Zip(codes[b], (x, y) => (x - y) * (x - y)).Sum().ShouldBeGreaterThan(NerfCode.Width / 4f);
        }
    }

    private static float[] Code(int value)
    {
        float[] code = new float[NerfCode.Width];
        NerfCode.Write(value, code);
        return code;
    }
}
