namespace NarFormer.Training;

internal sealed class Placeholder;
