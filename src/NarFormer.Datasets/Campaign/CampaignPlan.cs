namespace NarFormer.Datasets.Campaign;

/// <summary>
/// The order of a measuring campaign. Families take turns, so that drift is not mistaken for a family's speed; the whole
/// set is gone through more than once, in another order each time, so that the rounds of a network lie minutes apart and
/// beside other networks; anchors stand between blocks.
/// </summary>
public sealed record CampaignPlan
{
    private const ulong AnchorSeed = 0;

    /// <summary>The families, in the order in which they take turns.</summary>
    public required IReadOnlyList<string> Families { get; init; }

    /// <summary>Networks of each family: seeds 1 to this number.</summary>
    public required int NetworksPerFamily { get; init; }

    /// <summary>How often the whole set is measured. Default 2.</summary>
    public int Passes { get; init; } = 2;

    /// <summary>Seeds of every family between two rounds of anchors. Default 5.</summary>
    public int SeedsPerBlock { get; init; } = 5;

    /// <summary>Networks that are measured again, in as many passes, after everything. Default 100.</summary>
    public int Repeats { get; init; } = 100;

    /// <summary>Rounds after everything for the networks whose rounds fell into times when the machine was busy. Default 0.</summary>
    public int Refinements { get; init; }

    /// <summary>All tasks in their order, but for the refinements, which depend on what was measured.</summary>
    public IReadOnlyList<CampaignTask> Tasks()
    {
        var tasks = new List<CampaignTask>();
        int block = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            ulong[][] orders = [.. Families.Select((_, family) => Shuffled(pass, family))];
            for (int place = 0; place < NetworksPerFamily; place++)
            {
                if (place % SeedsPerBlock == 0) AddAnchors(tasks, block++);
                tasks.AddRange(Families.Select((f, family) => new CampaignTask(CampaignTaskKind.Network, pass, f, orders[family][place])));
            }
        }

        AddAnchors(tasks, block++);
        int repeats = Math.Min(Repeats, Families.Count * NetworksPerFamily);
        for (int pass = 0; pass < Passes; pass++)
            tasks.AddRange(Enumerable.Range(0, repeats).Select(i => Repeat(pass, i, repeats)));
        AddAnchors(tasks, block);
        return tasks;
    }

    // Networks that always meet the same others share what is wrong with the slowdown of their windows.
    private ulong[] Shuffled(int pass, int family)
    {
        ulong[] seeds = [.. Enumerable.Range(1, NetworksPerFamily).Select(s => (ulong)s)];
        new Random((pass * Families.Count) + family).Shuffle(seeds);
        return seeds;
    }

    private void AddAnchors(List<CampaignTask> tasks, int block) =>
        tasks.AddRange(Families.Select(f => new CampaignTask(CampaignTaskKind.Anchor, block, f, AnchorSeed)));

    private CampaignTask Repeat(int pass, int index, int repeats)
    {
        int turns = (repeats + Families.Count - 1) / Families.Count;
        int seed = 1 + index / Families.Count * NetworksPerFamily / turns;
        return new CampaignTask(CampaignTaskKind.Repeat, pass, Families[index % Families.Count], (ulong)seed);
    }
}
