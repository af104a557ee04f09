namespace NarFormer.Training.Adaptation.Devices;

/// <summary>How well latencies on a device were predicted.</summary>
/// <param name="Device">The device.</param>
/// <param name="Role">What it is in the study: <c>training</c> (predicted from the other training devices), <c>validation</c> or <c>test</c>.</param>
/// <param name="Protocol">Which cells were measured and asked for: see <see cref="DeviceProtocol"/>.</param>
/// <param name="Method">See <see cref="DeviceMethod"/>.</param>
/// <param name="Measurements">Measurements on the device.</param>
/// <param name="Spearman">Spearman's rank correlation, one for each draw of measurements.</param>
/// <param name="MedianErrors">The median of |prediction / truth − 1|, one for each draw; empty where the prediction has no unit.</param>
public sealed record DeviceScore(
    string Device, string Role, string Protocol, string Method, int Measurements, IReadOnlyList<double> Spearman, IReadOnlyList<double> MedianErrors);
