namespace NarFormer.Architecture;

/// <summary>How node states become one prediction.</summary>
public enum ReadoutKind
{
    /// <summary>
    /// Sum over the nodes of the last layer, joined with <c>ReLU(norm_sf_linear(static features))</c>, through <c>fc_1</c>,
    /// <c>fc_2</c> and <c>predictor</c>; <c>−ln σ(z)</c> (published for latency).
    /// </summary>
    SumWithStatics,

    /// <summary>
    /// Mean over nodes of every layer, weighted by <c>fusion_mlp</c>, through <c>fc_1</c>, <c>fc_2</c> and
    /// <c>predictor</c>; <c>−ln σ(z)</c> (published for accuracy).
    /// </summary>
    MeanOfLayers,

    /// <summary>
    /// A cost for each node, summed: node states plus <c>static_map(static features)</c>, through <c>fc_1</c>,
    /// <c>fc_2</c> and <c>predictor</c>, then <c>Σ exp(clamp(z, −20, 12))</c>.
    /// </summary>
    SumOfNodeCosts,
}
