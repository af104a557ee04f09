namespace NarFormer.Graphs.Costs.Rules;

/// <summary>
/// Recurrent layers over <c>X [time, batch, inputs]</c> with weights <c>W [directions, gates·hidden, inputs]</c> and
/// <c>R [directions, gates·hidden, hidden]</c>: every step multiplies by all of W and R.
/// </summary>
internal static class RecurrentWork
{
    /// <summary><paramref name="flopsPerUnit"/> is the work of one hidden unit at one step beside the MACs.</summary>
    public static WorkRule Of(int gates, int flopsPerUnit) => node =>
    {
        if (node.InputDimensions(0) is not [var time, var batch, _] || node.InputDimensions(2) is not [var directions, _, _] recurrent) return default;
        long steps = Saturating.Product(time, batch), weights = Saturating.Sum(node.InputElements(1), node.InputElements(2));
        long hidden = Math.Max(recurrent[1], recurrent[2]) / gates;
        return new Work(Saturating.Product(steps, weights), Saturating.Product(Saturating.Product(steps, directions), hidden, flopsPerUnit));
    };
}
