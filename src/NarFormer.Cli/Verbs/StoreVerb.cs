using System.CommandLine;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer store</c>: what is done with a store as a whole.</summary>
internal static class StoreVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context) => new("store", """
        Fills, copies and counts the store of networks, measurements and predictions.
        Example: narformer store import data/latency-ort-cpu
        """)
    {
        StoreImportVerb.Build(context), StoreExportVerb.Build(context), StoreStatsVerb.Build(context),
    };
}
