using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>A simple predictor that a trained network has to beat.</summary>
public interface ILatencyBaseline
{
    /// <summary>The name in reports.</summary>
    string Name { get; }

    /// <summary>The predicted latency of <paramref name="sample"/>, ms; its label is not looked at.</summary>
    double Predict(TrainingSample sample);
}
