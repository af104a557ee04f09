namespace NarFormer.Encoding.Paper;

/// <summary>What a number of the published features is about, with the centre and scale by which NNLP (Liu et al. 2022) takes it.</summary>
/// <param name="Centre">What is taken off.</param>
/// <param name="Scale">What the rest is divided by.</param>
internal readonly record struct PaperQuantity(float Centre, float Scale)
{
    public static readonly PaperQuantity Kernel = new(2.53f, 56);
    public static readonly PaperQuantity Stride = new(1.16f, 56);
    public static readonly PaperQuantity Padding = new(0.75f, 6);
    public static readonly PaperQuantity Dilation = new(1, 1);
    public static readonly PaperQuantity Groups = new(15.08f, 6144);
    public static readonly PaperQuantity Bias = new(0.77f, 1);
    public static readonly PaperQuantity Permutation = new(1.78f, 4);
    public static readonly PaperQuantity OutputPadding = new(0, 1e-5f);
    public static readonly PaperQuantity Static = new(0, 1);

    /// <summary>The output dimensions in their order.</summary>
    public static readonly PaperQuantity[] Dimensions = [new(12.25f, 1024), new(286.96f, 2496), new(32.62f, 256), new(31.80f, 256)];
}
