using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Cli.Predicting;

/// <summary>What became of one file.</summary>
/// <param name="File">The file.</param>
internal abstract record FilePrediction(string File)
{
    /// <summary>The file's network was predicted.</summary>
    public sealed record Done(string File, NetworkGraph Graph, NetworkCost Cost, Prediction Prediction) : FilePrediction(File)
    {
        /// <summary>What a user should know of the network and of how far to trust its prediction.</summary>
        public IEnumerable<string> Warnings => Graph.Warnings.Concat(Prediction.Warnings);
    }

    /// <summary>The file is no network that can be predicted.</summary>
    public sealed record Failed(string File, string Error) : FilePrediction(File);
}
