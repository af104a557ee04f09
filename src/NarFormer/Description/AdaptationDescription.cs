namespace NarFormer.Description;

/// <summary>How a predictor of one platform was made out of that of another one.</summary>
/// <param name="Predictor">The predictor that it was, with the beginning of its hash: <c>latency-ort-cpu@0123456789ab</c>.</param>
/// <param name="Platform">The platform that this one was for.</param>
/// <param name="Measurements">Measurements on the new platform.</param>
/// <param name="Sha256">The hash of the file of measurements, hexadecimal.</param>
/// <param name="Factor">The geometric mean over these networks of new / old prediction.</param>
public sealed record AdaptationDescription(string Predictor, string Platform, int Measurements, string Sha256, double Factor);
