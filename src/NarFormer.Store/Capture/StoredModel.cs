using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using NarFormer.Graphs;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;

namespace NarFormer.Store;

/// <summary>The model of a network as the store keeps it: it says by itself which batch and dimensions it was read with.</summary>
public static class StoredModel
{
    private const string BatchKey = "narformer.batch";
    private const string DimensionKey = "narformer.dimension.";
    private const int DeepestMessage = 1000;

    // What both keys begin with.
    private static ReadOnlySpan<byte> Mark => "narformer."u8;

    /// <summary>Reads the network again.</summary>
    /// <param name="model">What <see cref="INetworkStore.ModelAsync"/> gave.</param>
    /// <param name="name">What to call the network.</param>
    /// <param name="foldConstants">Whether nodes that depend on stored values alone are left out: what the encoding of a predictor asks for.</param>
    /// <exception cref="OnnxException">It is not such a model.</exception>
    public static NetworkGraph Read(byte[] model, string name, bool foldConstants = true)
    {
        using var stream = new MemoryStream(model, writable: false);
        return new OnnxReader().Read(WeightlessModel.Read(stream, name), OptionsOf(model) with { FoldConstants = foldConstants });
    }

    /// <summary>The batch and dimensions that the model was read with.</summary>
    /// <exception cref="InvalidDataException">It is not such a model.</exception>
    public static OnnxReadOptions OptionsOf(byte[] model)
    {
        if (model.AsSpan().IndexOf(Mark) < 0) return OnnxReadOptions.Default;
        var notes = NotesOf(model);
        return new OnnxReadOptions
        {
            Batch = notes.FirstOrDefault(n => n.Key == BatchKey) is { } batch ? Size(batch) : null,
            Dimensions = notes.Where(n => n.Key.StartsWith(DimensionKey, StringComparison.Ordinal))
                .ToDictionary(n => n.Key[DimensionKey.Length..], Size, StringComparer.Ordinal),
        };
    }

    internal static void Note(ModelProto model, OnnxReadOptions options)
    {
        model.MetadataProps.Clear();
        if (options.Batch is { } batch) Add(BatchKey, batch);
        foreach (var (name, size) in options.Dimensions) Add(DimensionKey + name, size);

        void Add(string key, long value) => model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value.ToString(CultureInfo.InvariantCulture) });
    }

    private static RepeatedField<StringStringEntryProto> NotesOf(byte[] model)
    {
        using var input = CodedInputStream.CreateWithLimits(new MemoryStream(model, writable: false), int.MaxValue, DeepestMessage);
        try
        {
            return ModelProto.Parser.ParseFrom(input).MetadataProps;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidDataException($"not a stored model: {e.Message}", e);
        }
    }

    private static long Size(StringStringEntryProto note) => long.TryParse(note.Value, CultureInfo.InvariantCulture, out long size) && size > 0
        ? size
        : throw new InvalidDataException($"not a stored model: {note.Key} is '{note.Value}'");
}
