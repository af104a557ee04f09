using System.Text.Json;

namespace NarFormer.Training.Cli.Plots;

/// <summary>What <c>narformer-train search --json</c> prints.</summary>
/// <param name="Searches">The ways to search.</param>
internal sealed record SearchResults(IReadOnlyList<SearchResults.Search> Searches)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>A way to search.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="MedianRegrets">The median regret after each question.</param>
    /// <param name="LowerQuartileRegrets">The lower quartile after each question; null in older files.</param>
    /// <param name="UpperQuartileRegrets">The upper quartile after each question; null in older files.</param>
    internal sealed record Search(string Name, double[] MedianRegrets, double[]? LowerQuartileRegrets = null, double[]? UpperQuartileRegrets = null);

    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static SearchResults Read(string path)
    {
        try
        {
            var results = JsonSerializer.Deserialize<SearchResults>(File.ReadAllBytes(path), Options);
            if (results is { Searches.Count: > 0 } && results.Searches.All(s => s.MedianRegrets.Length > 0 && Fits(s, s.LowerQuartileRegrets) && Fits(s, s.UpperQuartileRegrets)))
                return results;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}: not results of a search: {e.Message}", e);
        }

        throw new InvalidDataException($"{path}: not results of a search: there are no regrets, or quartiles and medians differ in number");
    }

    private static bool Fits(Search search, double[]? quartiles) => quartiles is null || quartiles.Length == search.MedianRegrets.Length;
}
