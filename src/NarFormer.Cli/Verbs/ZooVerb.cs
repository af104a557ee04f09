using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Onnx;
using NarFormer.Zoo;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer zoo</c>: writes networks of a family as ONNX files without weight bytes.</summary>
internal static class ZooVerb
{
    public static Command Build(VerbContext context)
    {
        var family = new Argument<string>("FAMILY") { Description = $"one of {string.Join(", ", ZooCatalog.Families.Select(f => f.Name))}" };
        var count = new Option<int>("--count") { Description = "how many networks", DefaultValueFactory = _ => 1 };
        var seed = new Option<ulong>("--seed") { Description = "seed of the first network; the others follow", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--output", "-o") { Description = "folder to write to", DefaultValueFactory = _ => "." };
        var json = new Option<bool>("--json") { Description = "one JSON object a file" };
        count.Validators.Add(result =>
        {
            if (result.GetValue(count) < 1) result.AddError("--count must be at least 1");
        });
        var verb = new Command("zoo", "Writes networks of a family, drawn from seeds, as ONNX files without weight bytes.\nExample: narformer zoo resnet --count 10 --seed 1 -o networks/")
        {
            family, count, seed, output, json,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() => Write(context, parsed.GetValue(family)!, parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(output)!, parsed.GetValue(json), cancellation), cancellation));
        return verb;
    }

    private static int Write(VerbContext context, string familyName, int count, ulong firstSeed, string folder, bool json, CancellationToken cancellation)
    {
        var family = ZooCatalog.Find(familyName);
        Directory.CreateDirectory(folder);
        for (ulong seed = firstSeed; seed < firstSeed + (ulong)count; seed++)
        {
            cancellation.ThrowIfCancellationRequested();
            var model = family.Generate(seed);
            string path = Path.Combine(folder, $"{family.Name}-{seed}.onnx");
            OnnxWriter.Write(model, path);
            context.Output.WriteLine(json
                ? new JsonObject { ["file"] = path, ["family"] = family.Name, ["seed"] = seed, ["nodes"] = model.Graph.Node.Count }.ToJsonString()
                : path);
        }

        return ExitCode.Ok;
    }
}
