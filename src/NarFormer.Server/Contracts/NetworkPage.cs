namespace NarFormer.Server.Contracts;

/// <summary>A part of a list of networks.</summary>
/// <param name="Total">How many networks the whole list has.</param>
/// <param name="Networks">The networks of this part, in the order in which they were added.</param>
public sealed record NetworkPage(long Total, IReadOnlyList<NetworkSummary> Networks);
