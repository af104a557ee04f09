namespace NarFormer.Export.Readouts;

/// <summary>What a read-out makes.</summary>
/// <param name="Prediction">[graphs].</param>
/// <param name="Embedding">[graphs, hidden]: what the last map sees or, where node costs are summed, the mean of the final node states.</param>
/// <param name="NodeCosts">[nodes], where node costs are summed.</param>
internal sealed record ReadoutValues(string Prediction, string Embedding, string? NodeCosts = null);
