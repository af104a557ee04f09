namespace NarFormer.Training.Interop.Pickle;

/// <summary>The allow-list of names in a pickle and what calling one of them gives.</summary>
internal static class PickleCalls
{
    private static readonly Dictionary<string, string> StorageTypes = new(StringComparer.Ordinal)
    {
        ["torch.FloatStorage"] = "F32",
        ["torch.DoubleStorage"] = "F64",
        ["torch.HalfStorage"] = "F16",
        ["torch.BFloat16Storage"] = "BF16",
        ["torch.LongStorage"] = "I64",
        ["torch.IntStorage"] = "I32",
        ["torch.ShortStorage"] = "I16",
        ["torch.CharStorage"] = "I8",
        ["torch.ByteStorage"] = "U8",
        ["torch.BoolStorage"] = "BOOL",
    };

    // A checkpoint's best scores may be NumPy numbers: they are passed over.
    private static readonly HashSet<string> PassedOver = new(StringComparer.Ordinal)
    {
        "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar", "numpy.dtype", "_codecs.encode",
    };

    /// <summary>Checks that <paramref name="global"/> is allowed.</summary>
    /// <exception cref="InvalidDataException">It is not; the message names it.</exception>
    public static PickleGlobal Allowed(PickleGlobal global) =>
        global.ToString() is "collections.OrderedDict" or "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_parameter"
        || StorageTypes.ContainsKey(global.ToString()) || PassedOver.Contains(global.ToString())
            ? global
            : throw new InvalidDataException($"the pickle asks for {global}, which a checkpoint does not need");

    /// <summary>What calling <paramref name="callee"/> gives.</summary>
    /// <exception cref="InvalidDataException">It cannot be called so.</exception>
    public static object? Result(object? callee, object?[] arguments) => (callee?.ToString(), arguments) switch
    {
        ("collections.OrderedDict", []) => new Dictionary<object, object?>(),
        ("torch._utils._rebuild_tensor_v2", [PickledStorage storage, long offset, object?[] shape, object?[] strides, ..]) =>
            new PickledTensor(storage, offset, Dimensions(shape), Dimensions(strides)),
        ("torch._utils._rebuild_parameter", [PickledTensor tensor, ..]) => tensor,
        ({ } name, _) when PassedOver.Contains(name) => null,
        _ => throw new InvalidDataException($"the pickle calls {callee ?? "nothing"} with arguments that do not fit"),
    };

    /// <summary>The storage that a persistent id names: <c>('storage', type, key, device, elements)</c>.</summary>
    /// <exception cref="InvalidDataException">It names none.</exception>
    public static PickledStorage Storage(object? id) =>
        id is object?[] and ["storage", PickleGlobal type, string key, string, long elements] && StorageTypes.TryGetValue(type.ToString(), out string? dataType)
            ? new PickledStorage(dataType, key, elements)
            : throw new InvalidDataException("a persistent id of the pickle names no storage");

    private static long[] Dimensions(object?[] values) =>
        [.. values.Select(v => v is long number ? number : throw new InvalidDataException("a tensor's shape is not made of integers"))];
}
