using System.CommandLine;

namespace NarFormer.Training.Cli.Verbs;

/// <summary>The option <c>--threads</c> of verbs that train.</summary>
internal static class ThreadsOption
{
    /// <summary>Makes the option.</summary>
    public static Option<int> Make()
    {
        var option = new Option<int>("--threads")
        {
            Description = "Threads for arithmetic. Weights are reproducible for the same number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1) result.AddError("--threads: has to be at least 1");
        });
        return option;
    }
}
