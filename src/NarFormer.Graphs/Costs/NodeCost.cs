namespace NarFormer.Graphs.Costs;

/// <summary>What one node costs, by the convention of docs/costs.md. What depends on an unknown shape is 0.</summary>
/// <param name="Macs">Multiply-accumulate operations, batch included.</param>
/// <param name="Flops">Floating-point operations: two for each MAC, and the work that is not MACs.</param>
/// <param name="Parameters">Elements of the weights the node reads; a weight read by two nodes is counted at both.</param>
/// <param name="WeightBytes">Bytes of those weights.</param>
/// <param name="InputBytes">Bytes of the other inputs.</param>
/// <param name="OutputBytes">Bytes of the outputs.</param>
public readonly record struct NodeCost(long Macs, long Flops, long Parameters, long WeightBytes, long InputBytes, long OutputBytes)
{
    /// <summary>Bytes moved if there were no cache: weights, inputs and outputs. A look-up reads only as much as it gives.</summary>
    public long MemoryBytes { get; init; }
}
