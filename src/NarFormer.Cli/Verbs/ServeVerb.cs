using System.CommandLine;
using NarFormer.Cli.Serving;
using NarFormer.Cli.Storing;
using NarFormer.Server;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer serve</c>: the service and its web page.</summary>
internal static class ServeVerb
{
    private const string KeyVariable = "NARFORMER_API_KEY";
    private const int BytesOfAMegabyte = 1 << 20;

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var addresses = new Option<string[]>("--urls")
        {
            Description = "Where to listen. Other machines may reach the service only with a key.",
            HelpName = "http://address:port",
            DefaultValueFactory = _ => ["http://127.0.0.1:5080"],
            CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(';', StringSplitOptions.RemoveEmptyEntries))],
        };
        var predictors = new Option<string[]>("--predictor") { Description = "An installed predictor or a predictor file; can be given many times [default: all that are installed].", HelpName = "name or file" };
        var key = new Option<string?>("--api-key") { Description = $"What callers have to send in the header X-Api-Key [default: the variable {KeyVariable}].", HelpName = "key" };
        var upload = new Option<int>("--max-upload") { Description = "The largest file that is taken, in megabytes.", HelpName = "MB", DefaultValueFactory = _ => (int)(new ServerLimits().UploadBytes / BytesOfAMegabyte) };
        upload.Validators.Add(result =>
        {
            if (result.GetValue(upload) < 1) result.AddError("--max-upload must be at least 1");
        });
        var json = new Option<bool>("--json") { Description = "Say where the service listens as a JSON object." };
        var command = new Command("serve", """
            Serves networks, predictions and measurements over HTTP, with a web page, until it is stopped.
            Example: narformer serve --urls http://127.0.0.1:5080
            """)
        {
            addresses, predictors, key, upload, json,
        };
        var store = new StoreOption(command);
        command.SetAction((parsed, cancellation) => Service.RunAsync(
            context,
            new ServerOptions
            {
                Store = store.LocationOf(parsed),
                Predictors = parsed.GetValue(predictors) ?? [],
                ApiKey = parsed.GetValue(key) ?? (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } variable ? variable : null),
                Limits = new ServerLimits { UploadBytes = (long)parsed.GetValue(upload) * BytesOfAMegabyte },
            },
            parsed.GetRequiredValue(addresses),
            parsed.GetValue(json),
            cancellation));
        return command;
    }
}
