namespace NarFormer.Training.Interop.Pickle;

/// <summary>A view of a storage.</summary>
/// <param name="Storage">Where the elements lie.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Shape">The dimensions, outermost first.</param>
/// <param name="Strides">Elements between neighbours along each dimension.</param>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, long[] Shape, long[] Strides);
