using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Writes local functions and control-flow subgraphs out into one flat list of nodes.</summary>
internal sealed class GraphFlattener
{
    private readonly OnnxLimits _limits;
    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionProto> _functions = [];
    private readonly List<GraphNode> _nodes = [];
    private readonly Dictionary<string, TensorProto> _initializers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SparseTensorProto> _sparse = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueInfoProto> _subgraphInputs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<string, bool> _decided;

    private GraphFlattener(ModelProto model, OnnxLimits limits, IReadOnlyDictionary<string, bool> decided)
    {
        _limits = limits;
        _decided = decided;
        foreach (var function in model.Functions) _functions[(Standard(function.Domain), function.Name, function.Overload)] = function;
    }

    /// <summary>Flattens <paramref name="model"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="limits">What is too large.</param>
    /// <param name="decided">The <c>If</c> nodes, by flat name, whose condition is known: their branch takes their place.</param>
    /// <exception cref="OnnxException">Functions or subgraphs nest too deep, there are too many nodes, or they form a cycle.</exception>
    public static FlatGraph Flatten(ModelProto model, OnnxLimits limits, IReadOnlyDictionary<string, bool> decided)
    {
        var flattener = new GraphFlattener(model, limits, decided);
        var scope = new Scope("", null);
        flattener.AddStored(model.Graph, scope);
        foreach (var input in model.Graph.Input) scope.Define(input.Name);
        flattener.AddNodes(model.Graph.Node, scope, depth: 0, calls: 0, attributes: null);
        return new FlatGraph
        {
            Nodes = TopologicalOrder.Of(flattener._nodes),
            Initializers = flattener._initializers,
            SparseInitializers = flattener._sparse,
            SubgraphInputs = flattener._subgraphInputs,
        };
    }

    private void AddStored(GraphProto graph, Scope scope)
    {
        foreach (var tensor in graph.Initializer) _initializers[scope.Define(tensor.Name)] = tensor;
        foreach (var tensor in graph.SparseInitializer) _sparse[scope.Define(tensor.Values?.Name ?? "")] = tensor;
    }

    private void AddNodes(IEnumerable<NodeProto> nodes, Scope scope, int depth, int calls, IReadOnlyDictionary<string, AttributeProto>? attributes)
    {
        if (depth + calls > _limits.Nesting) throw new OnnxException($"functions or subgraphs nest deeper than {_limits.Nesting}");
        List<NodeProto> list = [.. nodes];
        foreach (string output in list.SelectMany(n => n.Output)) scope.Define(output);
        foreach (var node in list) Add(attributes is null ? node : FunctionAttributes.Substitute(node, attributes), scope, depth, calls);
    }

    private void Add(NodeProto node, Scope scope, int depth, int calls)
    {
        if (_functions.TryGetValue((Standard(node.Domain), node.OpType, node.Overload), out var function))
        {
            Call(function, node, scope, depth, calls);
            return;
        }

        if (_nodes.Count >= _limits.Nodes) throw new OnnxException($"there are more than {_limits.Nodes} nodes");
        string name = UniqueName(scope.Prefix + (node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault(o => o.Length > 0) ?? node.OpType));
        if (node.OpType == "If" && _decided.TryGetValue(name, out bool condition))
        {
            AddBranch(node, name, condition, scope, depth, calls);
            return;
        }

        string[] inputs = [.. node.Input.Select(scope.Resolve)];
        List<string[]> results = [];
        List<string> subgraphs = [];
        foreach (var attribute in node.Attribute)
        {
            foreach (var (index, graph) in (attribute.G is null ? attribute.Graphs : [attribute.G]).Index())
            {
                subgraphs.Add(attribute.G is null ? $"{attribute.Name}_{index}" : attribute.Name);
                results.Add(AddSubgraph(graph, subgraphs[^1], node, inputs, name, scope, depth, calls));
            }
        }

        _nodes.Add(new GraphNode
        {
            Proto = node,
            Name = name,
            Inputs = inputs,
            Outputs = [.. node.Output.Select(scope.Resolve)],
            Depth = depth,
            SubgraphOutputs = results,
            SubgraphNames = subgraphs,
        });
    }

    private void AddBranch(NodeProto node, string name, bool condition, Scope scope, int depth, int calls)
    {
        string branch = condition ? "then_branch" : "else_branch";
        var graph = node.Attribute.FirstOrDefault(a => a.Name == branch)?.G ?? throw new OnnxException($"node '{name}' (If) has no attribute '{branch}'");
        var inner = new Scope($"{name}/{branch}/", scope);
        AddStored(graph, inner);
        AddNodes(graph.Node, inner, depth, calls, attributes: null);
        for (int i = 0; i < Math.Min(graph.Output.Count, node.Output.Count); i++)
        {
            var result = new NodeProto { OpType = "Identity", Name = $"{node.Output[i]}_of_branch", Input = { graph.Output[i].Name }, Output = { node.Output[i] } };
            _nodes.Add(new GraphNode { Proto = result, Name = UniqueName(scope.Prefix + result.Name), Inputs = [inner.Resolve(graph.Output[i].Name)], Outputs = [scope.Resolve(node.Output[i])], Depth = depth });
        }
    }

    private string[] AddSubgraph(GraphProto graph, string attribute, NodeProto node, string[] outerInputs, string name, Scope scope, int depth, int calls)
    {
        var inner = new Scope($"{name}/{attribute}/", scope);
        for (int i = 0; i < graph.Input.Count; i++)
        {
            // Loop hands its inputs to the body as they are; Scan hands slices, which keep the body's declared type.
            if (node.OpType == "Loop" && i >= 2 && i < outerInputs.Length && outerInputs[i].Length > 0) inner.Bind(graph.Input[i].Name, outerInputs[i]);
            else _subgraphInputs[inner.Define(graph.Input[i].Name)] = graph.Input[i];
        }

        AddStored(graph, inner);
        AddNodes(graph.Node, inner, depth + 1, calls, attributes: null);
        return [.. graph.Output.Select(o => inner.Resolve(o.Name))];
    }

    private void Call(FunctionProto function, NodeProto call, Scope scope, int depth, int calls)
    {
        var inner = new Scope($"{UniqueName(scope.Prefix + (call.Name.Length > 0 ? call.Name : function.Name))}/", null);
        for (int i = 0; i < function.Input.Count; i++) inner.Bind(function.Input[i], i < call.Input.Count ? scope.Resolve(call.Input[i]) : "");
        for (int i = 0; i < Math.Min(function.Output.Count, call.Output.Count); i++)
        {
            if (call.Output[i].Length > 0) inner.Bind(function.Output[i], scope.Resolve(call.Output[i]));
        }

        AddNodes(function.Node, inner, depth, calls + 1, FunctionAttributes.Of(function, call));
    }

    private string UniqueName(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_names.Add(name); i++) name = $"{wanted}_{i}";
        return name;
    }

    private static string Standard(string domain) => domain == "ai.onnx" ? "" : domain;
}
