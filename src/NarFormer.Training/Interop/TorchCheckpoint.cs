using System.Globalization;
using System.IO.Compression;
using NarFormer.Encoding.Safetensors;
using NarFormer.Training.Interop.Pickle;

namespace NarFormer.Training.Interop;

/// <summary>
/// Reads the published checkpoints (<c>.pth</c>): a zip of one pickle and a file of raw elements for each tensor, as
/// <c>torch.save</c> writes it. Nothing of a checkpoint is ever run.
/// </summary>
public static class TorchCheckpoint
{
    private const long PickleLimit = 64 << 20;
    private const long StorageLimit = 1L << 30;

    /// <summary>Reads the checkpoint at <paramref name="path"/>.</summary>
    /// <returns>The tensors of its <c>state_dict</c>, or of the whole file if it is one; numbers beside them, such as the epoch, as metadata.</returns>
    /// <exception cref="InvalidDataException">The file is no checkpoint or asks for something that is not allowed; the message names it.</exception>
    public static SafetensorsFile Read(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var pickle = archive.Entries.FirstOrDefault(e => e.Name == "data.pkl") ?? throw new InvalidDataException("there is no data.pkl in it");
            string folder = pickle.FullName[..^pickle.Name.Length];
            CheckByteOrder(archive, folder);
            object? content = new PickleMachine(Content(pickle, PickleLimit)).Read();
            return Convert(content as Dictionary<object, object?> ?? throw new InvalidDataException("it holds no dictionary"), archive, folder);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: not a checkpoint that can be read: {e.Message}", e);
        }
    }

    private static SafetensorsFile Convert(Dictionary<object, object?> content, ZipArchive archive, string folder)
    {
        var file = new SafetensorsFile();
        foreach (var (key, value) in content)
        {
            if (key is string name && value is long or double) file.Metadata[name] = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }

        var state = content.TryGetValue("state_dict", out object? inner) && inner is Dictionary<object, object?> dictionary ? dictionary : content;
        foreach (var (key, value) in state)
        {
            if (key is string name && value is PickledTensor tensor) file.Tensors[name] = Elements(name, tensor, archive, folder);
        }

        return file.Tensors.Count > 0 ? file : throw new InvalidDataException("it holds no tensors");
    }

    private static SafetensorsTensor Elements(string name, PickledTensor tensor, ZipArchive archive, string folder)
    {
        var entry = archive.GetEntry($"{folder}data/{tensor.Storage.Key}") ?? throw new InvalidDataException($"the elements of '{name}' are missing");
        byte[] bytes = Content(entry, StorageLimit);
        int size = SafetensorsTensor.BytesPerElement(tensor.Storage.DataType);
        if (tensor.Storage.Elements != bytes.Length / size) throw new InvalidDataException($"the elements of '{name}' are cut short");
        return new SafetensorsTensor(tensor.Storage.DataType, tensor.Shape, StridedCopy.RowMajor(name, tensor, bytes, size));
    }

    private static void CheckByteOrder(ZipArchive archive, string folder)
    {
        if (archive.GetEntry(folder + "byteorder") is { } order && !Content(order, 16).AsSpan().SequenceEqual("little"u8))
            throw new InvalidDataException("its elements are not little-endian");
    }

    private static byte[] Content(ZipArchiveEntry entry, long limit)
    {
        if (entry.Length != entry.CompressedLength) throw new InvalidDataException($"{entry.FullName} is compressed, which torch never does");
        if (entry.Length > limit) throw new InvalidDataException($"{entry.FullName} has {entry.Length} bytes, more than the limit of {limit}");
        byte[] bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
