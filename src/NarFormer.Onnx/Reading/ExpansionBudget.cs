namespace NarFormer.Onnx.Reading;

/// <summary>Bounds what writing functions and subgraphs out makes of a small file.</summary>
internal sealed class ExpansionBudget(OnnxLimits limits)
{
    private int _nodes;
    private long _characters;

    /// <summary>Enters a graph or function body that lies <paramref name="nesting"/> deep.</summary>
    /// <exception cref="OnnxException">It lies too deep, as a function that calls itself does.</exception>
    public void Enter(int nesting)
    {
        if (nesting > limits.Nesting) throw new OnnxException($"functions or subgraphs nest deeper than {limits.Nesting}, or a function calls itself");
    }

    /// <summary>Counts a node or a call.</summary>
    /// <exception cref="OnnxException">There are too many.</exception>
    public void AddNode()
    {
        if (++_nodes > limits.Nodes) throw new OnnxException($"there are more than {limits.Nodes} nodes");
    }

    /// <summary>Counts the characters of a name.</summary>
    /// <exception cref="OnnxException">All names together are too long.</exception>
    public void AddName(string name)
    {
        _characters += name.Length;
        if (_characters > limits.StructureBytes) throw new OnnxException($"the names of nodes and tensors are longer than {limits.StructureBytes} characters together");
    }
}
