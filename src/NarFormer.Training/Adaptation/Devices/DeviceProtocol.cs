using NarFormer.Training.Fitting;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Which cells of a device are measured and which are asked for.</summary>
/// <param name="Name">What to call the protocol.</param>
/// <param name="Candidates">The cells of which measurements are drawn.</param>
/// <param name="Queries">The cells that are asked for.</param>
internal sealed record DeviceProtocol(string Name, int[] Candidates, int[] Queries)
{
    /// <summary>The published one: without the tenth of the cells that is fastest on the device and that which is slowest, both in drawing and in asking.</summary>
    public const string Published = "published";

    /// <summary>All cells: nothing about the device is used that is not measured.</summary>
    public const string All = "all";

    private const double Outside = 0.1;

    /// <summary>The protocols for a device with <paramref name="latencies"/>.</summary>
    public static IReadOnlyList<DeviceProtocol> Of(double[] latencies, DeviceStudyRecipe recipe)
    {
        int[] cells = [.. Enumerable.Range(0, latencies.Length)];
        return
        [
            new(Published, Middle(cells[..recipe.Known], latencies), Middle(cells[recipe.Known..(recipe.Known + recipe.Queries)], latencies)),
            new(All, cells[..recipe.Known], cells[recipe.Known..]),
        ];
    }

    /// <summary>The first <paramref name="count"/> candidates in an order that <paramref name="draw"/> decides.</summary>
    public int[] Draw(int count, int draw) => [.. SampleOrder.Of(Candidates.Length, draw, epoch: -1).Take(count).Select(i => Candidates[i])];

    private static int[] Middle(int[] cells, double[] latencies)
    {
        int[] sorted = [.. cells.OrderBy(c => latencies[c])];
        return sorted[(int)(sorted.Length * Outside)..(int)(sorted.Length * (1 - Outside))];
    }
}
