namespace NarFormer.Store;

/// <summary>Where a network lies among others.</summary>
/// <param name="Hash">The network.</param>
/// <param name="Values">The vector that a predictor gives it, <c>[hidden]</c>.</param>
public sealed record StoredVector(string Hash, float[] Values);
