using System.Text.Json;

namespace NarFormer.Measurement.Profiling;

/// <summary>Reads the profile that ONNX Runtime writes of a session: a JSON array of events in the form of Chrome's tracing.</summary>
public static class ProfileReader
{
    private const string KernelEvent = "_kernel_time";

    /// <summary>The kernels of the file at <paramref name="path"/> in the order in which they ran first, each with its fastest run.</summary>
    /// <exception cref="InvalidDataException">The file is not a profile; the message names it.</exception>
    public static IReadOnlyList<KernelTime> Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var kernels = new Dictionary<(string Index, string Name), KernelTime>();
            foreach (var step in json.RootElement.EnumerateArray())
            {
                if (step.GetProperty("cat").GetString() != "Node" || step.GetProperty("name").GetString() is not { } name || !name.EndsWith(KernelEvent, StringComparison.Ordinal)) continue;
                var key = (step.GetProperty("args").GetProperty("node_index").GetString()!, name);
                double microseconds = step.GetProperty("dur").GetDouble();
                kernels[key] = kernels.TryGetValue(key, out var known) ? known with { Microseconds = Math.Min(known.Microseconds, microseconds) } : Kernel(name, step.GetProperty("args"), microseconds);
            }

            return [.. kernels.Values];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: not a profile of ONNX Runtime: {e.Message}", e);
        }
    }

    private static KernelTime Kernel(string name, JsonElement arguments, double microseconds) => new(
        name[..^KernelEvent.Length], arguments.GetProperty("op_name").GetString()!, Shapes(arguments.GetProperty("input_type_shape")), Shapes(arguments.GetProperty("output_type_shape")), microseconds);

    // A list of objects of one member each: type and dimensions.
    private static long[][] Shapes(JsonElement list) =>
        [.. list.EnumerateArray().SelectMany(tensor => tensor.EnumerateObject()).Select(typed => typed.Value.EnumerateArray().Select(d => d.GetInt64()).ToArray())];
}
