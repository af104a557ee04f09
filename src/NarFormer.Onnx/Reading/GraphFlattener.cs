using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Writes local functions and control-flow subgraphs out into one flat list of nodes.</summary>
internal sealed class GraphFlattener
{
    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionProto> _functions = [];
    private readonly List<GraphNode> _nodes = [];
    private readonly Dictionary<string, TensorProto> _initializers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SparseTensorProto> _sparse = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueInfoProto> _subgraphInputs = new(StringComparer.Ordinal);
    private readonly UniqueNames _nodeNames = new();
    private readonly UniqueNames _tensorNames = new();
    private readonly ExpansionBudget _budget;

    private GraphFlattener(ModelProto model, OnnxLimits limits)
    {
        _budget = new ExpansionBudget(limits);
        foreach (var function in model.Functions) _functions[(Standard(function.Domain), function.Name, function.Overload)] = function;
    }

    /// <summary>Flattens <paramref name="model"/>.</summary>
    /// <exception cref="OnnxException">Functions or subgraphs nest too deep, there are too many nodes, or they form a cycle.</exception>
    public static FlatGraph Flatten(ModelProto model, OnnxLimits limits)
    {
        var flattener = new GraphFlattener(model, limits);
        var scope = new Scope("", null);
        flattener.AddStored(model.Graph, scope);
        foreach (var input in model.Graph.Input) flattener.Define(input.Name, scope);
        flattener.AddNodes(model.Graph.Node, new Place(scope, Depth: 0, Calls: 0, Branch: null), attributes: null);
        var stored = model.Graph.Input.Select(i => i.Name).Concat(flattener._initializers.Keys).Concat(flattener._sparse.Keys);
        return new FlatGraph
        {
            Nodes = TopologicalOrder.Of(flattener._nodes, stored),
            Initializers = flattener._initializers,
            SparseInitializers = flattener._sparse,
            SubgraphInputs = flattener._subgraphInputs,
        };
    }

    private void AddStored(GraphProto graph, Scope scope)
    {
        foreach (var tensor in graph.Initializer) _initializers[Define(tensor.Name, scope)] = tensor;
        foreach (var tensor in graph.SparseInitializer) _sparse[Define(tensor.Values?.Name ?? "", scope)] = tensor;
    }

    private void AddNodes(IReadOnlyList<NodeProto> nodes, Place place, IReadOnlyDictionary<string, AttributeProto>? attributes)
    {
        _budget.Enter(place.Depth + place.Calls);
        foreach (var node in nodes)
        {
            foreach (string output in node.Output) Define(output, place.Scope);
        }

        foreach (var node in nodes) Add(attributes is null ? node : FunctionAttributes.Substitute(node, attributes), place);
    }

    private void Add(NodeProto node, Place place)
    {
        _budget.AddNode();
        if (_functions.TryGetValue((Standard(node.Domain), node.OpType, node.Overload), out var function))
        {
            Call(function, node, place);
            return;
        }

        string name = UniqueName(place.Scope.Prefix + (node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault(o => o.Length > 0) ?? node.OpType));
        string[] inputs = place.Scope.Resolve(node.Input);
        _nodes.Add(new GraphNode
        {
            SubgraphOutputs = AddSubgraphs(node, inputs, name, place),
            Proto = node,
            Name = name,
            Inputs = inputs,
            Outputs = place.Scope.Resolve(node.Output),
            Depth = place.Depth,
            Branch = place.Branch,
        });
    }

    private List<string[]> AddSubgraphs(NodeProto node, string[] inputs, string name, Place place)
    {
        if (!node.Attribute.Any(a => a.G is not null || a.Graphs.Count > 0)) return [];
        List<string[]> results = [];
        // The branch that is taken when the condition holds comes first.
        foreach (var attribute in node.Attribute.OrderBy(a => a.Name == "else_branch" ? 1 : 0))
        {
            var inner = node.OpType == "If" && inputs.Length > 0 ? new Branch(inputs[0], attribute.Name != "else_branch", place.Branch) : place.Branch;
            if (attribute.G is not null) results.Add(AddSubgraph(attribute.G, node, inputs, $"{name}/{attribute.Name}/", place with { Branch = inner }));
            foreach (var (i, graph) in attribute.Graphs.Index()) results.Add(AddSubgraph(graph, node, inputs, $"{name}/{attribute.Name}_{i}/", place with { Branch = inner }));
        }

        return results;
    }

    private string[] AddSubgraph(GraphProto graph, NodeProto node, string[] outerInputs, string prefix, Place place)
    {
        var inner = new Scope(prefix, place.Scope);
        for (int i = 0; i < graph.Input.Count; i++)
        {
            // Loop hands its inputs to the body as they are; Scan hands slices, which keep the body's declared type.
            if (node.OpType == "Loop" && i >= 2 && i < outerInputs.Length && outerInputs[i].Length > 0) inner.Bind(graph.Input[i].Name, outerInputs[i]);
            else _subgraphInputs[Define(graph.Input[i].Name, inner)] = graph.Input[i];
        }

        AddStored(graph, inner);
        AddNodes(graph.Node, place with { Scope = inner, Depth = place.Depth + 1 }, attributes: null);
        return [.. graph.Output.Select(o => inner.Resolve(o.Name))];
    }

    private void Call(FunctionProto function, NodeProto call, Place place)
    {
        var scope = place.Scope;
        var inner = new Scope($"{UniqueName(scope.Prefix + (call.Name.Length > 0 ? call.Name : function.Name))}/", null);
        for (int i = 0; i < function.Input.Count; i++) inner.Bind(function.Input[i], i < call.Input.Count ? scope.Resolve(call.Input[i]) : "");
        for (int i = 0; i < Math.Min(function.Output.Count, call.Output.Count); i++)
        {
            if (call.Output[i].Length > 0) inner.Bind(function.Output[i], scope.Resolve(call.Output[i]));
        }

        AddNodes(function.Node, place with { Scope = inner, Calls = place.Calls + 1 }, FunctionAttributes.Of(function, call));
    }

    private string Define(string name, Scope scope)
    {
        if (name.Length == 0) return "";
        if (scope.Find(name) is { } bound) return bound;
        string flat = Unique(scope.Prefix + name, _tensorNames);
        scope.Bind(name, flat);
        return flat;
    }

    private string UniqueName(string wanted) => Unique(wanted, _nodeNames);

    private string Unique(string wanted, UniqueNames names)
    {
        string name = names.Add(wanted);
        _budget.AddName(name);
        return name;
    }

    private static string Standard(string domain) => domain == "ai.onnx" ? "" : domain;

    /// <summary>Where a node stands: the names it sees, how deep in subgraphs and calls it is, and in which branch.</summary>
    private readonly record struct Place(Scope Scope, int Depth, int Calls, Branch? Branch);
}
