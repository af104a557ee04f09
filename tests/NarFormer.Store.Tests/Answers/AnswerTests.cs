namespace NarFormer.Store.Tests.Answers;

public sealed class AnswerTests
{
    [Fact]
    public void The_newest_measurement_counts_and_where_there_is_none_the_newest_prediction()
    {
        StoredMeasurement[] measurements = [Samples.Measurement(1, minutes: 1) with { LabelMs = 1 }, Samples.Measurement(1, minutes: 3) with { LabelMs = 3 }];
        var late = Samples.Noon.AddDays(1);
        StoredPrediction[] predictions =
        [
            Samples.Prediction(1) with { At = late }, Samples.Prediction(1, value: 5) with { Platform = "gpu", At = late }, Samples.Prediction(1, value: 6) with { Platform = "gpu" },
        ];
        Answer.Of(measurements, predictions).ShouldBe(
        [
            new Answer("gpu", "latency@1234", 5, 4.5, 5.5, 0.9, true, late),
            new Answer("ort-cpu", null, 3, null, null, null, null, measurements[1].At),
        ]);
    }

    [Fact]
    public void Nothing_is_known_of_what_nobody_asked_for() => Answer.Of([], []).ShouldBeEmpty();
}
