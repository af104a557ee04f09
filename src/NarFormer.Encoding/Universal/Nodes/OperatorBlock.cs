namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>Which operator of the ONNX standard the node is; an operator from elsewhere has only the flag that says so.</summary>
internal sealed class OperatorBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } = [.. OperatorVocabulary.Operators.Select(o => $"operator.{o}"), "operator.unknown"];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        int column = subject.Node.Domain is "" or "ai.onnx" or "ai.onnx.ml" or "ai.onnx.preview.training"
            ? OperatorVocabulary.ColumnOf(subject.Node.Operator)
            : -1;
        row.AddOneHot(column, OperatorVocabulary.Operators.Count);
        row.Add(column < 0);
    }
}
