namespace NarFormer.Training.Interop.Pickle;

/// <summary>A name that a pickle may speak of. Nothing is ever looked up or run: each name stands for one rule of <see cref="PickleCalls"/>.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Module}.{Name}";
}
