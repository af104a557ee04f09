namespace NarFormer.Encoding.Universal;

/// <summary>A run of neighbouring features that belong together.</summary>
/// <typeparam name="TSubject">What the features describe: a node or a whole network.</typeparam>
internal interface IFeatureBlock<in TSubject>
{
    /// <summary>The name of each feature, in the order in which they are written.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Writes exactly as many features as there are names.</summary>
    void Write(TSubject subject, ref FeatureRow row);
}
