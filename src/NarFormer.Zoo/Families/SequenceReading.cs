namespace NarFormer.Zoo.Families;

/// <summary>What the head of a network over sequences reads.</summary>
internal enum SequenceReading
{
    /// <summary>The last position.</summary>
    Last,

    /// <summary>The mean of all positions.</summary>
    Mean,

    /// <summary>The largest value of each feature.</summary>
    Largest,

    /// <summary>Every position by itself.</summary>
    Every,
}
