using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement;

/// <summary>Gives the inputs of a model the dimensions that a job asks for.</summary>
internal static class InputShapes
{
    /// <summary>Sets the batch of every input, and the named dimensions, in place; shapes that follow from them are dropped.</summary>
    public static void Apply(ModelProto model, LatencyJob job)
    {
        var stored = model.Graph.Initializer.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var input in model.Graph.Input.Where(i => !stored.Contains(i.Name) && i.Type?.TensorType?.Shape is not null))
        {
            var dimensions = input.Type.TensorType.Shape.Dim;
            foreach (var dimension in dimensions)
            {
                if (dimension.HasDimParam && job.Dimensions.TryGetValue(dimension.DimParam, out long value)) dimension.DimValue = value;
            }

            if (job.Batch is { } batch && dimensions.Count > 0) dimensions[0].DimValue = batch;
        }

        if (job.Batch is null && job.Dimensions.Count == 0) return;
        model.Graph.ValueInfo.Clear();
        foreach (var output in model.Graph.Output)
        {
            if (output.Type?.TensorType is { } tensor) tensor.Shape = null;
        }
    }
}
