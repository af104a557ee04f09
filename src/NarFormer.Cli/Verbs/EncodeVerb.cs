using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Encoding;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer encode</c>: writes the numbers that a predictor sees.</summary>
internal static class EncodeVerb
{
    private static readonly Argument<string> FileArgument = new("file") { Description = "The ONNX file to encode." };

    private static readonly Option<string> EncodingOption = new("--encoding")
    {
        Description = "paper (the features published with NAR-Former V2), paper-lenient, paper-real or paper-coded (forms of it), or universal (ours, for every ONNX operator).",
        DefaultValueFactory = _ => "universal",
    };

    private static readonly Option<long?> BatchOption = new("--batch") { Description = "The batch size, set as the first dimension of every input." };

    private static readonly Option<string[]> DimensionOption = new("--dim") { Description = "The size of a named dimension, NAME=VALUE; may be repeated." };

    private static readonly Option<string> OutputOption = new("--output", "-o") { Description = "The safetensors file to write.", Required = true };

    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print what was written as JSON." };

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var command = new Command("encode", "Encodes a network as numbers. Example: narformer encode model.onnx --encoding universal --batch 1 -o model.safetensors")
        {
            FileArgument, EncodingOption, BatchOption, DimensionOption, OutputOption, JsonOption,
        };
        command.SetAction(parsed =>
        {
            string file = parsed.GetRequiredValue(FileArgument);
            var encoding = EncodingCatalog.Find(parsed.GetRequiredValue(EncodingOption));
            long? batch = parsed.GetValue(BatchOption);
            if (batch <= 0) throw new ArgumentException($"--batch {batch}: expected a value above 0");
            var options = new OnnxReadOptions
            {
                Batch = batch,
                Dimensions = DimensionsOf(parsed.GetValue(DimensionOption) ?? []),
                FoldConstants = encoding.FoldsConstants,
            };
            var graph = new OnnxReader().Read(file, options);
            foreach (string warning in graph.Warnings) context.Warn($"{file}: {warning}");
            var encoded = encoding.Encode(graph);
            string output = parsed.GetRequiredValue(OutputOption);
            EncodedNetworkFile.Of(encoded, encoding, graph.Name).Write(output);
            if (parsed.GetValue(JsonOption)) context.Output.WriteLine(Json(file, output, encoding, encoded).ToJsonString());
            else context.Output.WriteLine($"{output}: {encoding.Name}, {encoded.NodeCount} nodes of {encoded.FeatureCount} features, {encoded.EdgeSources.Length} edges, {encoded.StaticFeatures.Length} static features");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Dictionary<string, long> DimensionsOf(string[] settings)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string setting in settings)
        {
            int sign = setting.LastIndexOf('=');
            if (sign <= 0 || !long.TryParse(setting[(sign + 1)..], out long size) || size <= 0)
                throw new ArgumentException($"--dim {setting}: expected NAME=VALUE with a value above 0");
            sizes[setting[..sign]] = size;
        }

        return sizes;
    }

    private static JsonObject Json(string file, string output, INetworkEncoding encoding, EncodedNetwork encoded) => new()
    {
        ["file"] = file,
        ["output"] = output,
        ["encoding"] = encoding.Name,
        ["nodes"] = encoded.NodeCount,
        ["edges"] = encoded.EdgeSources.Length,
        ["nodeFeatures"] = encoded.FeatureCount,
        ["staticFeatures"] = encoded.StaticFeatures.Length,
    };
}
