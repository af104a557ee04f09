namespace NarFormer.Cli.Predicting;

/// <summary>Shows what became of files, one after the other.</summary>
internal interface IPredictionWriter
{
    /// <summary>Shows one file.</summary>
    void Write(FilePrediction file);
}
