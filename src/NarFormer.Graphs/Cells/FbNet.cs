namespace NarFormer.Graphs.Cells;

/// <summary>Networks of FBNet (Wu et al. 2019) as cells: a chain of 22 layers, each one of nine blocks.</summary>
public static class FbNet
{
    private static readonly LayerChoices Layers = new(
        "fbnet",
        ["k3_e1", "k3_e1_g2", "k3_e3", "k3_e6", "k5_e1", "k5_e1_g2", "k5_e3", "k5_e6", "skip"],
        [
            "16", "24_first", "24", "24", "24", "32_first", "32", "32", "32", "64_first", "64", "64", "64",
            "112_first", "112", "112", "112", "184_first", "184", "184", "184", "352",
        ]);

    /// <summary>The space.</summary>
    internal static CellSpace Space => Layers.Space;

    /// <summary>The cell whose blocks are named in <paramref name="code"/>, divided by spaces: <c>k3_e1 skip k5_e6 …</c>.</summary>
    /// <exception cref="FormatException">There are more or fewer blocks, or there is no such block; the message names the place.</exception>
    public static CellArchitecture Parse(string code, string id = "")
    {
        string[] names = code.Split(' ');
        if (names.Length != Layers.Count) throw new FormatException($"there are {names.Length} blocks, not {Layers.Count}");
        int[] numbers = [.. names.Select(name => Layers.Choices.ToList().IndexOf(name))];
        int wrong = Array.IndexOf(numbers, -1);
        return wrong < 0
            ? Layers.Cell(numbers, id.Length > 0 ? id : code)
            : throw new FormatException($"block {wrong + 1} is '{names[wrong]}', not one of {string.Join(", ", Layers.Choices)}");
    }
}
