namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>The shape of an <c>Einsum</c>.</summary>
internal static class EinsteinSum
{
    /// <summary>The output's dimensions for an equation such as <c>bij,bjk->bik</c>; an ellipsis stands for leading dimensions.</summary>
    public static long[] Shape(string equation, long[][] operands)
    {
        equation = equation.Replace(" ", "");
        if (equation.Length == 0) throw RuleContext.Contradiction("attribute 'equation' is missing");
        string[] sides = equation.Split("->");
        string[] terms = sides[0].Split(',');
        if (terms.Length != operands.Length) throw RuleContext.Contradiction($"{terms.Length} terms for {operands.Length} operands");
        var sizes = new Dictionary<char, long>();
        long[] ellipsis = [];
        for (int i = 0; i < terms.Length; i++)
        {
            int dots = terms[i].IndexOf("...", StringComparison.Ordinal);
            string labels = terms[i].Replace("...", "");
            int leading = operands[i].Length - labels.Length;
            if (leading < 0 || (leading > 0 && dots < 0)) throw RuleContext.Contradiction($"term '{terms[i]}' for an operand of rank {operands[i].Length}");
            int before = dots < 0 ? labels.Length : dots;
            if (dots >= 0) ellipsis = Broadcasting.Of(ellipsis, operands[i][before..(before + leading)]);
            for (int k = 0; k < labels.Length; k++)
            {
                long size = operands[i][k < before ? k : k + leading];
                if (!sizes.TryAdd(labels[k], size) && sizes[labels[k]] != size && size != 1 && sizes[labels[k]] != 1)
                    throw RuleContext.Contradiction($"label '{labels[k]}' is both {sizes[labels[k]]} and {size}");
                sizes[labels[k]] = Math.Max(sizes[labels[k]], size);
            }
        }

        string output = sides.Length > 1 ? sides[1] : (terms.Any(t => t.Contains("...")) ? "..." : "") + Implicit(terms);
        var shape = new List<long>();
        for (int k = 0; k < output.Length; k++)
        {
            if (output[k] == '.')
            {
                shape.AddRange(ellipsis);
                k += 2;
            }
            else
            {
                shape.Add(sizes.TryGetValue(output[k], out long size) ? size : throw RuleContext.Contradiction($"label '{output[k]}' has no operand"));
            }
        }

        return [.. shape];
    }

    private static string Implicit(string[] terms) =>
        string.Concat(string.Concat(terms).Where(char.IsLetter).GroupBy(l => l).Where(g => g.Count() == 1).Select(g => g.Key).Order());
}
