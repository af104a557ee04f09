namespace NarFormer.Graphs.Cells;

/// <summary>
/// Networks of NAS-Bench-Macro (Su et al. 2021) as cells: a chain of eight layers. The code has a digit for each layer: 0 identity,
/// 1 inverted residual with kernel 3 and ratio 3, 2 with kernel 5 and ratio 6.
/// </summary>
public static class NasBenchMacro
{
    private static readonly LayerChoices Layers = new(
        "nasbenchmacro", ["identity", "mb3x3_e3", "mb5x5_e6"], ["64_s2", "64", "128_s2", "128", "128", "256_s2", "256", "256"]);

    /// <summary>The space.</summary>
    internal static CellSpace Space => Layers.Space;

    /// <summary>The cell whose code is <paramref name="code"/>, for example <c>22212220</c>.</summary>
    /// <exception cref="FormatException">The code has another length or another digit; the message names the place.</exception>
    public static CellArchitecture Parse(string code, string id = "")
    {
        if (code.Length != Layers.Count) throw new FormatException($"'{code}' has {code.Length} digits, not {Layers.Count}");
        int[] digits = [.. code.Select(c => c - '0')];
        int wrong = Array.FindIndex(digits, d => (uint)d >= (uint)Layers.Choices.Count);
        return wrong < 0
            ? Layers.Cell(digits, id.Length > 0 ? id : code)
            : throw new FormatException($"digit {wrong + 1} of '{code}' is '{code[wrong]}', not one of 0, 1, 2");
    }

    /// <summary>All 6,561 networks, each named by its code, by ascending code.</summary>
    public static IEnumerable<CellArchitecture> All()
    {
        int count = (int)Math.Pow(Layers.Choices.Count, Layers.Count);
        for (int number = 0; number < count; number++)
        {
            int[] digits = new int[Layers.Count];
            for (int layer = digits.Length - 1, rest = number; layer >= 0; layer--, rest /= Layers.Choices.Count) digits[layer] = rest % Layers.Choices.Count;
            yield return Layers.Cell(digits, string.Concat(digits));
        }
    }
}
