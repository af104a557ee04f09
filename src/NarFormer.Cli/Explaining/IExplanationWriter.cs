using NarFormer.Explanations;

namespace NarFormer.Cli.Explaining;

/// <summary>A form in which explanations are printed.</summary>
internal interface IExplanationWriter
{
    /// <summary>Prints the explanation of one file.</summary>
    /// <param name="file">The path as the user gave it or as it was found.</param>
    /// <param name="explanation">Where its prediction comes from.</param>
    /// <param name="warnings">What a user should know of the network and of how far to trust its prediction.</param>
    void Write(string file, Explanation explanation, IReadOnlyList<string> warnings);
}
