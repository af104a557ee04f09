namespace NarFormer.Encoding.Universal;

/// <summary>Fills one row of features from left to right.</summary>
internal ref struct FeatureRow(Span<float> values)
{
    private const float Lowest = -2f;
    private const float Highest = 6f;

    private readonly Span<float> _values = values;

    /// <summary>How many features have been written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes one feature, held within the range that every feature keeps; what is not a number becomes 0.</summary>
    public void Add(double value) =>
        _values[Count++] = double.IsNaN(value) ? 0f : (float)Math.Clamp(value, Lowest, Highest);

    /// <summary>Writes 1 or 0.</summary>
    public void Add(bool flag) => _values[Count++] = flag ? 1f : 0f;

    /// <summary>Writes <paramref name="count"/> features of which only <paramref name="index"/> is 1; none if it is negative.</summary>
    public void AddOneHot(int index, int count)
    {
        var slots = _values.Slice(Count, count);
        slots.Clear();
        if (index >= 0) slots[index] = 1f;
        Count += count;
    }

    /// <summary>Writes <paramref name="count"/> zeros.</summary>
    public void Skip(int count) => AddOneHot(-1, count);
}
