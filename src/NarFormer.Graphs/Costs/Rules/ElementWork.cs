namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Work that is a fixed number of FLOPs for each element.</summary>
internal static class ElementWork
{
    /// <summary><paramref name="flops"/> for each element of the first output.</summary>
    public static WorkRule PerOutput(int flops) => node => new Work(0, Saturating.Product(flops, node.OutputElements()));

    /// <summary><paramref name="flops"/> for each element of the first input.</summary>
    public static WorkRule PerInput(int flops) => node => new Work(0, Saturating.Product(flops, node.InputElements(0)));

    /// <summary>One for each element of the output and each input after the first: Sum, Max, Min.</summary>
    public static Work Merged(NetworkNode node) => new(0, Saturating.Product(Math.Max(0, node.Inputs.Count - 1), node.OutputElements()));

    /// <summary>One for each element that is added, multiplied or compared where it is written; nothing where it replaces what is there.</summary>
    public static Work Scattered(NetworkNode node) => new(0, node.Text("reduction", "none") == "none" ? 0 : node.InputElements(2));

    /// <summary>Nothing: values are moved, viewed or made, not computed.</summary>
    public static Work None(NetworkNode node) => default;
}
