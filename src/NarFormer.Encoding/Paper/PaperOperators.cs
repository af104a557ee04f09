using System.Collections.Frozen;

namespace NarFormer.Encoding.Paper;

/// <summary>
/// The operators that the published encoder knows. It spells one of them <c>Matmul</c>, which ONNX calls <c>MatMul</c>,
/// so that matrix products have neither code nor cost.
/// </summary>
internal static class PaperOperators
{
    /// <summary>Places of the one-hot code, of which four stay empty.</summary>
    public const int Places = 32;

    private static readonly string[] Known =
    [
        "Conv", "Relu", "Add", "Sigmoid", "Reshape", "MaxPool", "Split", "GlobalAveragePool", "Gemm", "Transpose",
        "Upsample", "BatchNormalization", "Mul", "Concat", "Flatten", "AveragePool", "Cast", "Matmul", "ReduceMean", "Pow",
        "Slice", "Div", "Sub", "Sqrt", "Clip", "Softmax", "Tanh", "ConvTranspose",
    ];

    private static readonly FrozenDictionary<string, int> PlaceByName =
        Known.Select((name, place) => (name, place)).ToFrozenDictionary(p => p.name, p => p.place, StringComparer.Ordinal);

    /// <summary>
    /// Writes operator <paramref name="name"/> over <paramref name="features"/>, which must be zero: a 1 in its place, or the
    /// sines and cosines of its number. An unknown operator writes nothing.
    /// </summary>
    public static void Write(string name, bool coded, Span<float> features)
    {
        int place = PlaceOf(name);
        if (place < 0) return;
        if (coded) SinusoidalCode.Write(place + 1, features);
        else features[place] = 1;
    }

    /// <summary>The place of operator <paramref name="name"/> in the one-hot code, or -1 if the encoder does not know it.</summary>
    public static int PlaceOf(string name) => PlaceByName.GetValueOrDefault(name, -1);
}
