namespace NarFormer.Training.Studies;

/// <summary>What a study has given so far.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Ensemble">Networks whose mean is the prediction for a seed.</param>
/// <param name="Runs">Every variation with every seed.</param>
public sealed record StudyResults(string Study, int Ensemble, IReadOnlyList<StudyRun> Runs)
{
    /// <summary>The results as JSON text.</summary>
    public string Text() => StudyJson.Text(this);

    /// <summary>Writes the results and their table into <paramref name="folder"/>.</summary>
    public void Write(Study study, StudyFolder folder)
    {
        WholeFile.Write(folder.Results, Text());
        WholeFile.Write(folder.Table, StudyTable.Of(study, Runs));
    }
}
