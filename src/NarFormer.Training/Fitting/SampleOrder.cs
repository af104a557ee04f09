namespace NarFormer.Training.Fitting;

/// <summary>
/// The order in which an epoch sees the training samples: a function of seed and epoch alone, so that a resumed training
/// goes on as if it had never stopped.
/// </summary>
internal static class SampleOrder
{
    /// <summary>A permutation of <c>0 … count − 1</c>.</summary>
    public static int[] Of(int count, long seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random((int)SeedMix.Of(seed, SeedMix.Shuffle, epoch)).Shuffle(order);
        return order;
    }
}
