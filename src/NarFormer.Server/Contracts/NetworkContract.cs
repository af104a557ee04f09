namespace NarFormer.Server.Contracts;

/// <summary>A network: what it is made of, what it costs, and what is known of its latency.</summary>
/// <param name="Hash">What it is called here: 32 hexadecimal digits that depend on what it does, not on names or weights.</param>
/// <param name="Name">The name of the file that brought it first.</param>
/// <param name="Family">Its family, where that is known.</param>
/// <param name="AddedAt">When it was seen first.</param>
/// <param name="Opset">The version of the ONNX standard operator set.</param>
/// <param name="Nodes">Operations.</param>
/// <param name="Edges">Pairs of operations of which one reads from the other.</param>
/// <param name="Macs">Multiply-accumulate operations, batch included.</param>
/// <param name="Flops">Floating-point operations: two for each MAC, and the work that is not MACs.</param>
/// <param name="Params">Elements of all weights.</param>
/// <param name="WeightBytes">Bytes of all weights.</param>
/// <param name="MemoryBytes">Bytes that all operations move if there were no cache.</param>
/// <param name="PeakActivationBytes">The most bytes of activations that live at once.</param>
/// <param name="Operators">How many nodes each operator has, the most frequent first.</param>
/// <param name="Inputs">What the caller gives.</param>
/// <param name="Outputs">What the caller receives.</param>
/// <param name="UnknownOperators">Operators whose work is not known and counts as 0.</param>
/// <param name="Warnings">What a user should know of these figures.</param>
/// <param name="Answers">One for every platform that is known: measured where it was measured, else predicted.</param>
public sealed record NetworkContract(
    string Hash,
    string Name,
    string? Family,
    DateTimeOffset AddedAt,
    long Opset,
    int Nodes,
    int Edges,
    long Macs,
    long Flops,
    long Params,
    long WeightBytes,
    long MemoryBytes,
    long PeakActivationBytes,
    IReadOnlyDictionary<string, int> Operators,
    IReadOnlyList<TensorContract> Inputs,
    IReadOnlyList<TensorContract> Outputs,
    IReadOnlyList<string> UnknownOperators,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<AnswerContract> Answers);
