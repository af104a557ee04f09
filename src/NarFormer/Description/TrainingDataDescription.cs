namespace NarFormer.Description;

/// <summary>What a predictor learnt from.</summary>
/// <param name="Name">The name of the data set.</param>
/// <param name="Networks">Networks in its training split.</param>
/// <param name="Families">The families of these networks.</param>
/// <param name="Sha256">The hash of the data set's table of networks and labels, hexadecimal.</param>
/// <param name="Nodes">Nodes of the smallest and the largest network.</param>
/// <param name="Labels">The smallest and the largest label, in the predictor's unit.</param>
public sealed record TrainingDataDescription(
    string Name, int Networks, IReadOnlyList<string> Families, string Sha256, ValueRange Nodes, ValueRange Labels);
