namespace NarFormer.Zoo;

internal sealed class Placeholder;
