namespace NarFormer.Training.Adaptation.Predictors;

/// <summary>What a column of <see cref="HeadFeatures"/> is.</summary>
internal enum HeadFeatureKind
{
    /// <summary>1.</summary>
    Constant,

    /// <summary>The logarithm of the old prediction.</summary>
    Prediction,

    /// <summary>A dimension of the embedding.</summary>
    Embedding,

    /// <summary>A feature of the network as a whole.</summary>
    Static,
}
