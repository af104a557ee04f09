namespace NarFormer.Measurement;

internal sealed class Placeholder;
