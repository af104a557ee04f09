using NarFormer.Graphs;
using NarFormer.Onnx.Reading;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Conversions between floating point and integers.</summary>
internal static class QuantizationRules
{
    public static void Register(RuleTable table)
    {
        foreach (string domain in new[] { "", RuleTable.Contrib })
        {
            table.Add(domain, "QuantizeLinear", c => c.Set(0, QuantizedType(c), c.Input(0).Shape));
            table.Add(domain, "DequantizeLinear", c => c.Set(0, c.Type(1), c.Input(0).Shape));
        }

        table.Add("DynamicQuantizeLinear", c =>
        {
            c.Set(0, ElementType.UInt8, c.Input(0).Shape);
            c.Set(1, ElementType.Float32, []);
            c.Set(2, ElementType.UInt8, []);
        });
    }

    private static ElementType QuantizedType(RuleContext c) =>
        c.Has(2) ? c.Type(2) : c.Node.Integer("output_dtype", 0) is > 0 and var type ? ElementTypes.Of(type) : ElementType.UInt8;
}
