using System.CommandLine;
using System.CommandLine.Parsing;
using NarFormer.Onnx;

namespace NarFormer.Cli;

/// <summary>The options of every verb that reads networks: the sizes of dimensions that a file leaves open.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<long?> _batch = new("--batch")
    {
        Description = "The batch size: the first dimension of every input.",
        HelpName = "N",
    };

    private readonly Option<Dictionary<string, long>> _dimensions = new("--dim")
    {
        Description = "The size of a named dimension, for example --dim sequence=128; can be given many times.",
        HelpName = "name=value",
        AllowMultipleArgumentsPerToken = false,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = Parse,
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public ReadingOptions(Command command)
    {
        _batch.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && long.TryParse(token.Value, out long batch) && batch < 1)
                result.AddError($"--batch {batch}: must be at least 1");
        });
        command.Options.Add(_batch);
        command.Options.Add(_dimensions);
    }

    /// <summary>What the user asked for.</summary>
    public OnnxReadOptions Of(ParseResult parsed) => new()
    {
        Batch = parsed.GetValue(_batch),
        Dimensions = parsed.GetValue(_dimensions) ?? [],
    };

    private static Dictionary<string, long> Parse(ArgumentResult result)
    {
        var dimensions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var token in result.Tokens)
        {
            int split = token.Value.LastIndexOf('=');
            if (split > 0 && long.TryParse(token.Value[(split + 1)..], out long size) && size > 0) dimensions[token.Value[..split]] = size;
            else result.AddError($"--dim {token.Value}: expected name=value with a size of at least 1");
        }

        return dimensions;
    }
}
