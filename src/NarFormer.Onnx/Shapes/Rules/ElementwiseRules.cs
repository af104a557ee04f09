using NarFormer.Graphs;
using NarFormer.Onnx.Folding;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Operators that work on each element.</summary>
internal static class ElementwiseRules
{
    private static readonly string[] Unary =
    [
        "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "ThresholdedRelu", "Sigmoid", "HardSigmoid", "HardSwish", "Swish", "Mish", "Softplus", "Softsign",
        "Tanh", "Gelu", "Erf", "Clip", "Abs", "Neg", "Sign", "Exp", "Log", "Sqrt", "Reciprocal", "Floor", "Ceil", "Round", "Sin", "Cos", "Tan", "Asin",
        "Acos", "Atan", "Sinh", "Cosh", "Asinh", "Acosh", "Atanh", "Identity", "Softmax", "LogSoftmax", "Hardmax", "Shrink", "Dropout", "LRN",
        "LpNormalization", "MeanVarianceNormalization", "InstanceNormalization", "GroupNormalization", "BatchNormalization", "CumSum", "CumProd", "BitwiseNot",
        "ReverseSequence", "Trilu", "EyeLike", "Bernoulli", "RandomNormalLike", "RandomUniformLike", "ScatterElements", "Scatter", "ScatterND", "TensorScatter",
        "RotaryEmbedding", "ImageScaler",
    ];

    private static readonly string[] Binary = ["Add", "Sub", "Mul", "Div", "Pow", "Mod", "Max", "Min", "Sum", "Mean", "BitShift", "BitwiseAnd", "BitwiseOr", "BitwiseXor"];

    private static readonly string[] Comparison = ["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual", "And", "Or", "Xor"];

    private static readonly string[] Contrib = ["FastGelu", "BiasGelu", "QuickGelu", "Gelu", "QLinearSigmoid", "QLinearLeakyRelu", "QLinearSoftmax", "QGelu", "RotaryEmbedding"];

    public static void Register(RuleTable table)
    {
        foreach (string name in Unary) table.Add(name, SameAsFirst);
        foreach (string name in Binary) table.Add(name, c => Broadcast(c, c.Type(0)));
        foreach (string name in Comparison) table.Add(name, c => Broadcast(c, ElementType.Bool));
        foreach (string name in new[] { "Not", "IsNaN", "IsInf" }) table.Add(name, c => c.Set(0, ElementType.Bool, c.Input(0).Shape));
        foreach (string name in Contrib) table.Add(RuleTable.Contrib, name, SameAsFirst);
        table.Add("Where", c => c.Set(0, c.Type(1), Broadcasting.Of(c.Shape(0), c.Shape(1), c.Shape(2))));
        table.Add("Cast", c => c.Set(0, Reading.ElementTypes.Of(c.Node.Integer("to", 0)), c.Input(0).Shape));
        // Only the type of the second input counts, which is known without running anything.
        table.Add("CastLike", c => c.Set(0, c.Type(1), c.Input(0).Shape, c.Input(0).Values is { } values ? FoldedValues.Cast(values, c.Type(1)) : null, c.Input(0).IsConstant));
        table.Add("LayerNormalization", Normalization);
        table.Add("RMSNormalization", Normalization);
        table.Add(RuleTable.Contrib, "SkipLayerNormalization", SkipNormalization);
        table.Add(RuleTable.Contrib, "SkipSimplifiedLayerNormalization", SkipNormalization);
        table.Add("SimplifiedLayerNormalization", Normalization);
        foreach (string name in new[] { "QLinearAdd", "QLinearMul" })
            table.Add(RuleTable.Contrib, name, c => c.Set(0, c.Type(0), Broadcasting.Of(c.Shape(0), c.Shape(3))));
    }

    private static void SameAsFirst(RuleContext c)
    {
        c.Set(0, c.Type(0), c.Input(0).Shape);
        if (c.Node.Operator == "Dropout") c.Set(1, ElementType.Bool, c.Input(0).Shape);
        if (c.Node.Operator != "BatchNormalization" || c.Node.Outputs.Length == 1) return;
        for (int i = 1; i < c.Node.Outputs.Length; i++) c.Set(i, c.Type(0), c.Shape(1));
    }

    private static void Broadcast(RuleContext c, ElementType type)
    {
        // Before opset 7 a right operand could be laid along an axis of the left one.
        bool aligned = c.Node.Integer("broadcast", 0) != 0;
        long[] first = c.Shape(0);
        c.Set(0, type, aligned ? first : Broadcasting.Of([first, .. Enumerable.Range(1, c.InputCount - 1).Select(c.Shape)]));
    }

    private static void Normalization(RuleContext c)
    {
        long[] shape = c.Shape(0);
        c.Set(0, c.Type(0), shape);
        int axis = RuleContext.Axis(c.Node.Integer("axis", -1), shape.Length);
        long[] reduced = [.. shape.Select((d, i) => i < axis ? d : 1)];
        c.Set(1, ElementType.Float32, reduced);
        c.Set(2, ElementType.Float32, reduced);
    }

    private static void SkipNormalization(RuleContext c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(3, c.Type(0), c.Shape(0));
    }
}
