using System.Globalization;
using NarFormer.Description;

namespace NarFormer.Cli.Predicting;

/// <summary>Text for people: the platform, then a line for each file.</summary>
internal sealed class PredictionText : IPredictionWriter
{
    private const int WidestName = 60;

    private readonly VerbContext _context;
    private readonly int _width;
    private readonly PredictorDescription _predictor;
    private bool _begun;

    /// <summary>Prepares columns for <paramref name="files"/>.</summary>
    public PredictionText(VerbContext context, PredictorDescription predictor, IReadOnlyList<string> files)
    {
        _context = context;
        _predictor = predictor;
        _width = Math.Min(files.Select(f => f.Length).DefaultIfEmpty().Max(), WidestName);
    }

    /// <inheritdoc/>
    public void Write(FilePrediction file)
    {
        switch (file)
        {
            case FilePrediction.Done done:
                Write(done);
                break;
            case FilePrediction.Failed failed:
                _context.Fail(failed.Error);
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {file}");
        }
    }

    private void Write(FilePrediction.Done done)
    {
        var prediction = done.Prediction;
        if (!_begun) WriteHead(prediction.Coverage);
        string interval = $"{Quantity.Number(prediction.Low)} to {Quantity.Number(prediction.High)}";
        _context.Output.WriteLine(
            $"{done.File.PadRight(_width)}  {Quantity.Number(prediction.Value),7} {prediction.Unit}  {interval,18}  {Quantity.Count(done.Cost.Macs),7} MACs  {Quantity.Count(done.Cost.Parameters),7} parameters{(prediction.IsFamiliar ? "" : "  unfamiliar")}");
        foreach (string warning in done.Warnings) _context.Warn($"{done.File}: {warning}");
    }

    private void WriteHead(double coverage)
    {
        _begun = true;
        _context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_predictor.Predicts} on {_predictor.Platform}{(_predictor.Members > 1 ? $", mean of {_predictor.Members} networks" : "")}{(_predictor.Adaptation is { } adaptation ? $", adapted by {adaptation.Measurements} measurements" : "")}, with the interval that holds {coverage * 100:0} % of familiar networks"));
    }
}
