using System.Collections.Immutable;

namespace NarFormer.Graphs.Costs.Rules;

/// <summary><c>Einsum</c>: the product of the sizes of all labels, times one less than the operands.</summary>
internal static class EinsumWork
{
    public static Work Of(NetworkNode node)
    {
        string equation = node.Text("equation", "").Replace(" ", "", StringComparison.Ordinal);
        string[] sides = equation.Split("->"), operands = sides[0].Split(',');
        if (operands.Length != node.Inputs.Count) return default;
        var labels = new Dictionary<char, long>();
        long broadcast = 1;
        for (int i = 0; i < operands.Length; i++)
        {
            if (!Read(operands[i], node.InputDimensions(i), labels, ref broadcast)) return default;
        }

        long points = labels.Values.Aggregate(broadcast, Saturating.Product);
        if (operands.Length > 1) return new Work(Saturating.Product(points, operands.Length - 1), 0);
        return new Work(0, node.OutputElements() == points ? 0 : points);
    }

    // An ellipsis stands for as many dimensions as the letters leave over; they are broadcast between operands.
    private static bool Read(string operand, ImmutableArray<long> shape, Dictionary<char, long> labels, ref long broadcast)
    {
        int ellipsis = operand.IndexOf("...", StringComparison.Ordinal);
        int letters = ellipsis < 0 ? operand.Length : operand.Length - 3, free = shape.Length - letters;
        if (free < 0 || (ellipsis < 0 && free != 0)) return false;
        long product = 1;
        int axis = 0;
        for (int i = 0; i < operand.Length; i++)
        {
            if (i == ellipsis)
            {
                for (int k = 0; k < free; k++) product = Saturating.Product(product, shape[axis++]);
                i += 2;
                continue;
            }

            labels[operand[i]] = Math.Max(labels.GetValueOrDefault(operand[i]), shape[axis++]);
        }

        broadcast = Math.Max(broadcast, product);
        return true;
    }
}
