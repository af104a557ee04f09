namespace NarFormer.Store.Tests;

/// <summary>Records to store.</summary>
internal static class Samples
{
    public static DateTimeOffset Noon { get; } = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static byte[] Model { get; } = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i % 7))];

    public static string Hash(int number) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    public static StoredNetwork Network(int number, string? name = null, string? family = "resnet") =>
        new(Hash(number), name ?? $"network-{number}.onnx", family, 10 + number, 5_000_000_000L + number, 25_000_000, 100_000_000, Noon.AddMinutes(number));

    public static StoredMeasurement Measurement(int number, int minutes = 0, string platform = "ort-cpu") => new(
        Hash(number), platform, 1.25 + number, 1.3, 1.1 / 3, new[] { 1.25, 1.26, 1.27, 1.3, 1.4, 1.5, 9.75 }, 42, """{"cpu":"Ünits"}""", Noon.AddMinutes(minutes).AddTicks(1));

    public static StoredPrediction Prediction(int number, double value = 3, string predictor = "latency@1234") =>
        new(Hash(number), "ort-cpu", predictor, value, value * 0.9, value * 1.1, 0.9, true, Noon);
}
