namespace NarFormer.Graphs;

/// <summary>A directed edge: the output of one node is an input of another.</summary>
/// <param name="Source">The index of the node that makes the value.</param>
/// <param name="Target">The index of the node that reads it.</param>
public readonly record struct NetworkEdge(int Source, int Target);
