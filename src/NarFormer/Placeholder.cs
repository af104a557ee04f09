namespace NarFormer;

internal sealed class Placeholder;
