using NarFormer.Onnx.Shapes.Rules;

namespace NarFormer.Onnx.Shapes;

/// <summary>The shape rule of each operator.</summary>
internal sealed class RuleTable
{
    /// <summary>ONNX Runtime's own operators.</summary>
    public const string Contrib = "com.microsoft";

    private readonly Dictionary<(string Domain, string Operator), Action<RuleContext>> _rules = [];

    private RuleTable()
    {
        ElementwiseRules.Register(this);
        WindowRules.Register(this);
        MatrixRules.Register(this);
        LayoutRules.Register(this);
        ReductionRules.Register(this);
        RecurrentRules.Register(this);
        ConstantRules.Register(this);
        QuantizationRules.Register(this);
        ControlRules.Register(this);
    }

    /// <summary>All rules.</summary>
    public static RuleTable Standard { get; } = new();

    /// <summary>Adds the rule of a standard operator.</summary>
    public void Add(string name, Action<RuleContext> rule) => Add("", name, rule);

    /// <summary>Adds the rule of an operator of <paramref name="domain"/>.</summary>
    public void Add(string domain, string name, Action<RuleContext> rule) => _rules.Add((domain, name), rule);

    /// <summary>The rule of an operator, or <see langword="null"/> if there is none.</summary>
    public Action<RuleContext>? Find(string domain, string name) => _rules.GetValueOrDefault((domain, name));
}
