namespace NarFormer.Server.Contracts;

/// <summary>An operation of a network.</summary>
/// <param name="Id">Its place in the list of nodes.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Operator">The operator, with its domain before it if that is not the standard one.</param>
/// <param name="Attributes">Its attributes as text.</param>
/// <param name="Inputs">What it reads, weights included.</param>
/// <param name="Outputs">What it makes.</param>
/// <param name="Macs">Multiply-accumulate operations.</param>
/// <param name="Params">Elements of its weights.</param>
/// <param name="Bytes">Bytes that it moves: weights, inputs and outputs.</param>
/// <param name="Share">Its part of the cost of the network: of the predicted value where the graph has an explanation, else of MACs and bytes. All parts sum to 1.</param>
/// <param name="Predicted">Its part of the predicted value, in the unit of the graph's explanation; null where there is none.</param>
public sealed record GraphNodeContract(
    int Id,
    string Name,
    string Operator,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<TensorContract> Inputs,
    IReadOnlyList<TensorContract> Outputs,
    long Macs,
    long Params,
    long Bytes,
    double Share,
    double? Predicted);
