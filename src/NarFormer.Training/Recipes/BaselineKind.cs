namespace NarFormer.Training.Recipes;

/// <summary>A predictor of latency that is no network and is fitted in one go.</summary>
public enum BaselineKind
{
    /// <summary>The best constant for each family.</summary>
    Constant,

    /// <summary>Linear regression on MACs, parameters and bytes.</summary>
    Linear,

    /// <summary>Gradient-boosted trees on statistics of the graph.</summary>
    Trees,

    /// <summary>
    /// The sum of predicted times of kernels after fusion, in the manner of nn-Meter (Zhang et al. 2021); needs the file of profiles
    /// that <c>narformer-train dataset profile</c> puts into the data set's folder.
    /// </summary>
    Kernels,
}
