using System.Text.Json;
using NarFormer.Encoding;
using NarFormer.Graphs.Cells;
using NarFormer.Server.Batching;
using NarFormer.Server.Contracts;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Predictors;

/// <summary>Predicts the cells of requests.</summary>
internal sealed class CellPredictions(PredictorCatalog predictors, ReadingSlots slots, TimeProvider clock)
{
    /// <summary>Predicts <paramref name="cells"/>, in their order.</summary>
    /// <exception cref="NotFoundException">There is no such predictor.</exception>
    /// <exception cref="UnreadableException">A cell is none, or not of the predictor's space; the message says which and why.</exception>
    public async Task<IReadOnlyList<PredictedItem>> OfAsync(string name, IReadOnlyList<JsonElement> cells, CancellationToken cancellation)
    {
        var predictor = predictors.Cell(name);
        var read = await slots.RunAsync(stop => cells.Select((cell, index) => Read(cell, index, predictor, stop)).ToList(), cancellation).ConfigureAwait(false);
        var values = await predictor.PredictAsync([.. read.Select(r => r.Encoded)], cancellation).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var (unit, platform) = (predictor.Description.Unit, predictor.Description.Platform);
        return
        [
            .. read.Zip(values, (cell, value) => new PredictedItem(
                Hash: null,
                cell.Id,
                [new AnswerContract(platform, name, "predicted", value, unit, unit == "ms" ? value : null, Low: null, High: null, Coverage: null, Familiar: null, now)])),
        ];
    }

    private static (string Id, EncodedNetwork Encoded) Read(JsonElement json, int index, ServedCellPredictor predictor, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        CellArchitecture cell = CellParsing.Parse(json, index, predictor.Space);
        try
        {
            return (cell.Id.Length > 0 ? cell.Id : $"{index}", predictor.Encode(cell));
        }
        catch (ArgumentException e)
        {
            throw new UnreadableException($"cell {index}: {e.Message}", e);
        }
    }
}
