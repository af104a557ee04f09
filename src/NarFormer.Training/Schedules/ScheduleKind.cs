namespace NarFormer.Training.Schedules;

/// <summary>What becomes of the learning rate after the warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>It falls linearly to 0 at the last step (published for NAR-Former V2).</summary>
    Linear,

    /// <summary>It stays (published for NNLP).</summary>
    Constant,
}
