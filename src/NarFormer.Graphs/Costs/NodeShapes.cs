using System.Collections.Immutable;

namespace NarFormer.Graphs.Costs;

/// <summary>Shapes of a node's inputs and outputs by position.</summary>
internal static class NodeShapes
{
    extension(NetworkNode node)
    {
        /// <summary>The tensor at input <paramref name="index"/>, or <see langword="null"/> if it is left out.</summary>
        public NetworkTensor? Input(int index) => index < node.Inputs.Count ? node.Inputs[index] : null;

        /// <summary>The tensor at output <paramref name="index"/>, or <see langword="null"/> if it is left out.</summary>
        public NetworkTensor? Output(int index) => index < node.Outputs.Count ? node.Outputs[index] : null;

        /// <summary>Elements of input <paramref name="index"/>; 0 if it is left out or not known.</summary>
        public long InputElements(int index) => node.Input(index)?.ElementCount ?? 0;

        /// <summary>Elements of output <paramref name="index"/>; 0 if it is left out or not known.</summary>
        public long OutputElements(int index = 0) => node.Output(index)?.ElementCount ?? 0;

        /// <summary>Dimensions of input <paramref name="index"/>; empty if it is left out or not fully known.</summary>
        public ImmutableArray<long> InputDimensions(int index) => Known(node.Input(index));

        /// <summary>Dimensions of output <paramref name="index"/>; empty if it is left out or not fully known.</summary>
        public ImmutableArray<long> OutputDimensions(int index) => Known(node.Output(index));
    }

    private static ImmutableArray<long> Known(NetworkTensor? tensor) =>
        tensor?.Shape is { IsKnown: true } shape ? shape.Dimensions : [];
}
