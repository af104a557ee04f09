namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Multidirectional broadcasting (ONNX, "Broadcasting in ONNX").</summary>
internal static class Broadcasting
{
    /// <summary>The shape that <paramref name="shapes"/> are repeated to.</summary>
    /// <exception cref="UnresolvedException">Two dimensions differ and neither is 1.</exception>
    public static long[] Of(params long[][] shapes)
    {
        var result = new long[shapes.Max(s => s.Length)];
        Array.Fill(result, 1);
        foreach (long[] shape in shapes)
        {
            int offset = result.Length - shape.Length;
            for (int i = 0; i < shape.Length; i++)
            {
                ref long dimension = ref result[offset + i];
                if (dimension == 1) dimension = shape[i];
                else if (shape[i] != 1 && shape[i] != dimension)
                    throw RuleContext.Contradiction($"shapes {string.Join(" and ", shapes.Select(s => $"[{string.Join(',', s)}]"))} do not go together");
            }
        }

        return result;
    }
}
