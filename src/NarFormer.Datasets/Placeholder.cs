namespace NarFormer.Datasets;

internal sealed class Placeholder;
