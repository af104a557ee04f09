using System.Text.Json;

namespace NarFormer.Datasets.Cells;

/// <summary>One record of NAS-Bench-101: a cell and one training of it.</summary>
/// <param name="Hash">The cell's hash.</param>
/// <param name="Epochs">Epochs of the training.</param>
/// <param name="Matrix">The matrix row by row, <c>0</c> or <c>1</c> for each pair of nodes.</param>
/// <param name="Operations">The operations, divided by commas.</param>
/// <param name="Result">What the training gave.</param>
internal readonly record struct NasBench101Record(string Hash, int Epochs, string Matrix, string Operations, TrainingResult Result)
{
    /// <summary>Reads the data of a record: a JSON list of the five.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static NasBench101Record Parse(byte[] data)
    {
        using var document = JsonDocument.Parse(data);
        var list = document.RootElement;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != 5) throw new FormatException("a record is a list of hash, epochs, matrix, operations and metrics");
        if (list[1].ValueKind != JsonValueKind.Number || !list[1].TryGetInt32(out int epochs)) throw new FormatException($"epochs are {list[1]}, not a whole number");
        if (list[4].ValueKind != JsonValueKind.String || !list[4].TryGetBytesFromBase64(out byte[]? metrics)) throw new FormatException("the metrics are not base64");
        return new NasBench101Record(Text(list[0], "hash"), epochs, Text(list[2], "matrix"), Text(list[3], "operations"), TrainingResult.Parse(metrics));
    }

    private static string Text(JsonElement element, string what) => element.ValueKind == JsonValueKind.String
        ? element.GetString()! : throw new FormatException($"the {what} is {element.ValueKind}, not text");
}
