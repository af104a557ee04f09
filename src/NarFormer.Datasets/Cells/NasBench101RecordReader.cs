using System.Text.Json;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>
/// Reads the published records of NAS-Bench-101, each a JSON list of hash, epochs, matrix, operations and results of one training.
/// A cell was trained several times: its labels are the means. Cells come in the order of their first records.
/// </summary>
internal static class NasBench101RecordReader
{
    /// <summary>The cells of the file. All of it is read before the first.</summary>
    /// <exception cref="InvalidDataException">The framing is damaged, or no record has the wanted epochs.</exception>
    public static IEnumerable<CellRow> Rows(string path, CellReadOptions options, BadRows bad)
    {
        var cells = new Dictionary<string, TrainedCell>(StringComparer.Ordinal);
        var order = new List<TrainedCell>();
        var epochs = new SortedSet<int>();
        foreach (var (number, data, intact) in TfRecordFile.Records(path))
        {
            string place = $": record {number}";
            try
            {
                if (!intact) throw new FormatException("the checksum of the record is wrong");
                var record = NasBench101Record.Parse(data);
                if (!cells.TryGetValue(record.Hash, out var cell))
                {
                    cell = new TrainedCell(place, record);
                    cells.Add(record.Hash, cell);
                    order.Add(cell);
                }

                epochs.Add(record.Epochs);
                cell.Add(record, counts: record.Epochs == options.Epochs);
            }
            catch (Exception e) when (e is FormatException or JsonException)
            {
                bad.Report(place, e);
            }
        }

        if (order.Count > 0 && !epochs.Contains(options.Epochs))
            throw new InvalidDataException($"{path}: no cell was trained for {options.Epochs} epochs, only for {string.Join(", ", epochs)}");
        foreach (var cell in order) yield return new CellRow(cell.Place, () => cell.Record(options));
    }

    private sealed class TrainedCell(string place, NasBench101Record first)
    {
        private int _count;
        private double _time, _train, _validation, _test;

        public string Place => place;

        public void Add(NasBench101Record record, bool counts)
        {
            if (record.Matrix != first.Matrix || record.Operations != first.Operations) throw new FormatException($"'{record.Hash}' is another cell than before");
            if (!counts) return;
            _count++;
            _time += record.Result.TrainingTime;
            _train += record.Result.TrainAccuracy;
            _validation += record.Result.ValidationAccuracy;
            _test += record.Result.TestAccuracy;
        }

        public CellRecord Record(CellReadOptions options)
        {
            if (_count == 0) throw new FormatException($"'{first.Hash}' was not trained for {options.Epochs} epochs");
            var cell = NasBench101.OfMatrix(first.Matrix, first.Operations.Split(','), first.Hash);
            PublishedHash.Require(cell, first.Hash);
            (string Name, double Value)[] labels =
            [
                ("validation_accuracy", _validation / _count), ("test_accuracy", _test / _count), ("train_accuracy", _train / _count),
                ("training_time", _time / _count), ("trainable_parameters", first.Result.TrainableParameters),
            ];
            return new CellRecord(cell, labels.Where(l => options.Wants(l.Name)).ToDictionary(l => l.Name, l => l.Value, StringComparer.Ordinal));
        }
    }
}
