using NarFormer.Training.Fitting;

namespace NarFormer.Training.Studies;

/// <summary>How a study stands after an epoch of one of its trainings.</summary>
/// <param name="Variation">The variation that is trained.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Member">The member of the ensemble, counted from 1.</param>
/// <param name="Training">The training, counted from 1 over the whole study.</param>
/// <param name="Trainings">All trainings of the study.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="SecondsLeft">How long the rest of the study should take.</param>
public sealed record StudyStep(string Variation, long Seed, int Member, int Training, int Trainings, EpochReport Epoch, double SecondsLeft);
