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

    /// <summary>The place of operator <paramref name="name"/> in the one-hot code, or -1 if the encoder does not know it.</summary>
    public static int PlaceOf(string name) => PlaceByName.GetValueOrDefault(name, -1);
}
