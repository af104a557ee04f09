using NarFormer.Graphs.Inspection;

namespace NarFormer.Cli.Inspection;

/// <summary>A form in which inspections are printed.</summary>
internal interface IInspectionWriter
{
    /// <summary>Prints the inspection of one file.</summary>
    /// <param name="file">The path as the user gave it or as it was found.</param>
    /// <param name="inspection">What it holds.</param>
    void Write(string file, NetworkInspection inspection);
}
