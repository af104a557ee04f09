namespace NarFormer.Graphs;

/// <summary>The value of an operator's attribute. Graph, tensor and type attributes are not kept as values.</summary>
public abstract record AttributeValue
{
    private AttributeValue()
    {
    }

    /// <summary>One integer.</summary>
    /// <param name="Value">The integer.</param>
    public sealed record Integer(long Value) : AttributeValue;

    /// <summary>One floating-point number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Float(float Value) : AttributeValue;

    /// <summary>A text.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : AttributeValue;

    /// <summary>A list of integers.</summary>
    /// <param name="Values">The integers.</param>
    public sealed record Integers(IReadOnlyList<long> Values) : AttributeValue;

    /// <summary>A list of floating-point numbers.</summary>
    /// <param name="Values">The numbers.</param>
    public sealed record Floats(IReadOnlyList<float> Values) : AttributeValue;

    /// <summary>A list of texts.</summary>
    /// <param name="Values">The texts.</param>
    public sealed record Texts(IReadOnlyList<string> Values) : AttributeValue;
}
