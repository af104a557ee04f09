namespace NarFormer.Encoding.Universal;

/// <summary>
/// Kinds of work that behave alike on hardware. What is rare or unknown as an operator is still common as a category.
/// The order is part of the encoding.
/// </summary>
internal enum KernelCategory
{
    /// <summary>Convolution over space that mixes channels.</summary>
    SpatialConvolution,

    /// <summary>Convolution with a kernel of one element: a matrix product per position.</summary>
    PointwiseConvolution,

    /// <summary>Convolution with more than one group, but more than one channel in each.</summary>
    GroupedConvolution,

    /// <summary>Convolution of each channel alone.</summary>
    DepthwiseConvolution,

    /// <summary>Matrix product with a constant.</summary>
    Dense,

    /// <summary>Matrix product of two computed values, attention.</summary>
    MatrixProduct,

    /// <summary>Recurrent layer.</summary>
    Recurrent,

    /// <summary>Pooling with a window.</summary>
    Pooling,

    /// <summary>Reduction over axes, global pooling, arg-max, top-k.</summary>
    Reduction,

    /// <summary>Normalisation by statistics or constants.</summary>
    Normalization,

    /// <summary>Softmax and its relatives.</summary>
    Softmax,

    /// <summary>Activation or mathematical function of one value that needs no transcendental function.</summary>
    CheapFunction,

    /// <summary>Function of one value with exponentials, logarithms, roots or trigonometry.</summary>
    CostlyFunction,

    /// <summary>Arithmetic, comparison and choice between values.</summary>
    Arithmetic,

    /// <summary>Another view of the same values, which moves nothing: Reshape, Flatten, Identity.</summary>
    View,

    /// <summary>Copies in another order or place: Transpose, Concat, Slice, Pad.</summary>
    Movement,

    /// <summary>Reads or writes at computed places: Gather, Scatter.</summary>
    Indexing,

    /// <summary>Resampling of images.</summary>
    Resampling,

    /// <summary>Change of element type, quantisation.</summary>
    Conversion,

    /// <summary>Makes values from nothing: constants, ranges, random numbers.</summary>
    Generation,

    /// <summary>Control flow and sequences.</summary>
    Control,

    /// <summary>Everything else, unknown operators among it.</summary>
    Other,
}
