namespace NarFormer.Training.Adaptation.Platforms;

/// <summary>The ways by which the new platform is predicted.</summary>
internal static class PlatformMethod
{
    /// <summary>The old predictions times one factor, the geometric mean over the measurements.</summary>
    public const string Factor = "one factor";

    /// <summary>Linear regression on MACs, parameters and bytes from the measurements alone.</summary>
    public const string Linear = "linear regression";

    /// <summary>The adapted predictor.</summary>
    public const string Adapted = "adapted";

    /// <summary>The old predictor on its own platform, for comparison.</summary>
    public const string Old = "old platform, own predictor";
}
