namespace NarFormer.Graphs.Cells;

/// <summary>A search space of cells: its name and the operations that a node can be, in the order of their numbers.</summary>
/// <param name="Name">The name, for example <c>nasbench201</c>.</param>
/// <param name="Operations">The operations; <c>input</c> and <c>output</c> among them.</param>
public sealed record CellSpace(string Name, IReadOnlyList<string> Operations)
{
    /// <summary>The operation of the node that values enter by.</summary>
    public const string Input = "input";

    /// <summary>The operation of the node that values leave by.</summary>
    public const string Output = "output";

    /// <summary>The operation of an edge of NAS-Bench-201 that passes nothing on.</summary>
    public const string None = "none";

    /// <summary>The operation of an edge of NAS-Bench-201 that passes on what comes in.</summary>
    public const string Skip = "skip_connect";

    /// <summary>NAS-Bench-101 (Ying et al. 2019), numbered as NAR-Former numbers it.</summary>
    public static CellSpace NasBench101 { get; } = new("nasbench101", [Input, "conv1x1-bn-relu", "conv3x3-bn-relu", "maxpool3x3", Output]);

    /// <summary>NAS-Bench-201 (Dong and Yang 2020), numbered as NAR-Former numbers it.</summary>
    public static CellSpace NasBench201 { get; } =
        new("nasbench201", [Input, "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3", Skip, None, Output]);

    /// <summary>NAS-Bench-Macro (Su et al. 2021); see <see cref="Cells.NasBenchMacro"/>.</summary>
    public static CellSpace NasBenchMacro { get; } = Cells.NasBenchMacro.Space;

    /// <summary>FBNet (Wu et al. 2019); see <see cref="Cells.FbNet"/>.</summary>
    public static CellSpace FbNet { get; } = Cells.FbNet.Space;

    /// <summary>The spaces that are known by name.</summary>
    public static IReadOnlyList<CellSpace> All { get; } = [NasBench101, NasBench201, NasBenchMacro, FbNet];

    /// <summary>The space called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static CellSpace Find(string name) =>
        All.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"unknown space '{name}'; there are {string.Join(", ", All.Select(s => s.Name))}", nameof(name));

    /// <summary>The number of <paramref name="operation"/>.</summary>
    /// <exception cref="ArgumentException">The space does not have it; the message names it.</exception>
    public int NumberOf(string operation)
    {
        for (int i = 0; i < Operations.Count; i++)
        {
            if (Operations[i] == operation) return i;
        }

        throw new ArgumentException($"{Name} has no operation '{operation}'; it has {string.Join(", ", Operations)}", nameof(operation));
    }

    /// <summary>Requires that every operation of <paramref name="cell"/> is one of the space.</summary>
    /// <exception cref="ArgumentException">One is not; the message names it and its node.</exception>
    public void Require(CellArchitecture cell)
    {
        for (int node = 0; node < cell.Operations.Count; node++)
        {
            if (!Operations.Contains(cell.Operations[node]))
                throw new ArgumentException($"node {node} is '{cell.Operations[node]}', and {Name} has no such operation; it has {string.Join(", ", Operations)}", nameof(cell));
        }
    }
}
