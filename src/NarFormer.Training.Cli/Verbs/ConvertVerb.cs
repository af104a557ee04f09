using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Training.Interop;
using NarFormer.Training.Native;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train convert</c>: a published checkpoint as safetensors.</summary>
internal static class ConvertVerb
{
    public static Command Build(VerbContext context)
    {
        var checkpoint = new Argument<string>("checkpoint") { Description = "A checkpoint of the published code (.pth). Nothing in it is run." };
        var output = new Option<string>("--output", "-o") { Description = "The safetensors file to write.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the network's options as JSON." };
        var verb = new Command("convert", "Writes the network of a published checkpoint as safetensors, its options in the metadata.\nExample: narformer-train convert checkpoint.pth -o weights.safetensors")
        {
            checkpoint, output, json,
        };
        verb.SetAction(parsed => Run(context, parsed.GetRequiredValue(checkpoint), parsed.GetRequiredValue(output), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(VerbContext context, string checkpoint, string output, bool json)
    {
        TorchProcess.Configure();
        using var network = NetworkFile.Read(checkpoint);
        NetworkFile.Write(network, output);
        var options = network.Options;
        long parameters = network.parameters().Sum(p => p.numel());
        context.Output.WriteLine(json
            ? new JsonObject { ["file"] = output, ["layers"] = options.Layers, ["hidden"] = options.Hidden, ["groups"] = options.Groups, ["nodeFeatures"] = options.NodeFeatures, ["staticFeatures"] = options.StaticFeatures, ["parameters"] = parameters }.ToJsonString()
            : FormattableString.Invariant($"{output}: {options.Layers} layers of {options.Hidden}, {parameters:N0} parameters"));
        return ExitCode.Ok;
    }
}
