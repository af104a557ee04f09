namespace NarFormer.Zoo.Building;

/// <summary>A drawn configuration that cannot be built, for example an image smaller than a window: draw again.</summary>
internal sealed class UnfitException(string message) : Exception(message);
