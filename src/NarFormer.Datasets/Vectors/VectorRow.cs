using System.Text.Json.Serialization;

namespace NarFormer.Datasets.Vectors;

/// <summary>A row of a Parquet file of vectors; the columns are named as in the schema.</summary>
internal sealed class VectorRow
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("prediction")]
    public float Prediction { get; set; }

    [JsonPropertyName("vector")]
    public List<float> Vector { get; set; } = [];
}
