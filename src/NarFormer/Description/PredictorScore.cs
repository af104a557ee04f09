namespace NarFormer.Description;

/// <summary>How well a predictor does on one split of its data set.</summary>
/// <param name="Networks">Networks of the split.</param>
/// <param name="Mape">Mean absolute percentage error, as a share: 0.05 is 5 %.</param>
/// <param name="Acc10">Share of networks whose prediction is off by at most 10 %.</param>
public sealed record PredictorScore(int Networks, double Mape, double Acc10);
