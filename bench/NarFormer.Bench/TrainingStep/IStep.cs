namespace NarFormer.Bench.TrainingStep;

/// <summary>One way to do the work of a training step.</summary>
internal interface IStep
{
    /// <summary>What stands in the table.</summary>
    string Name { get; }

    /// <summary>Does the work once.</summary>
    void Take();
}
