namespace NarFormer.Store;

/// <summary>How many networks a family has.</summary>
/// <param name="Family">The family.</param>
/// <param name="Networks">Its networks.</param>
public sealed record FamilyStatistics(string Family, long Networks);
