namespace NarFormer.Cli.Inspection;

/// <summary>A form in which inspections are printed.</summary>
internal interface IInspectionWriter
{
    /// <summary>Prints one inspection.</summary>
    void Write(NetworkInspection inspection);
}
