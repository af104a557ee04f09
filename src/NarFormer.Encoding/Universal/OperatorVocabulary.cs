using System.Collections.Frozen;

namespace NarFormer.Encoding.Universal;

/// <summary>
/// The operators of the ONNX standard, <c>ai.onnx.ml</c> included, that have a column of their own, by the kind of their
/// work. Order and content are part of the encoding: a change makes a new version of it.
/// </summary>
internal static class OperatorVocabulary
{
    private static readonly (KernelCategory Category, string Operators)[] Standard =
    [
        (KernelCategory.SpatialConvolution, "Conv ConvTranspose ConvInteger QLinearConv DeformConv"),
        (KernelCategory.MatrixProduct, "Gemm MatMul MatMulInteger QLinearMatMul Einsum Attention"),
        (KernelCategory.Recurrent, "RNN LSTM GRU"),
        (KernelCategory.Pooling, "MaxPool AveragePool LpPool MaxUnpool MaxRoiPool RoiAlign"),
        (KernelCategory.Reduction, "GlobalAveragePool GlobalMaxPool GlobalLpPool ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare ArgMax ArgMin TopK CumSum CumProd Hardmax Det"),
        (KernelCategory.Normalization, "BatchNormalization InstanceNormalization GroupNormalization LayerNormalization RMSNormalization LpNormalization MeanVarianceNormalization LRN Normalizer Scaler"),
        (KernelCategory.Softmax, "Softmax LogSoftmax SoftmaxCrossEntropyLoss NegativeLogLikelihoodLoss"),
        (KernelCategory.CheapFunction, "Relu LeakyRelu PRelu ThresholdedRelu HardSigmoid HardSwish Clip Abs Neg Sign Floor Ceil Round Not IsNaN IsInf BitwiseNot Shrink Reciprocal Softsign Binarizer Imputer"),
        (KernelCategory.CostlyFunction, "Sigmoid Tanh Elu Selu Celu Gelu Swish Softplus Mish Exp Log Sqrt Erf Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Pow"),
        (KernelCategory.Arithmetic, "Add Sub Mul Div Mod Max Min Sum Mean And Or Xor Equal Less LessOrEqual Greater GreaterOrEqual Where BitShift BitwiseAnd BitwiseOr BitwiseXor"),
        (KernelCategory.View, "Reshape Flatten Squeeze Unsqueeze Identity Dropout Shape Size"),
        (KernelCategory.Movement, "Transpose Concat Split Slice Pad Expand Tile DepthToSpace SpaceToDepth ReverseSequence Trilu CenterCropPad Col2Im"),
        (KernelCategory.Indexing, "Gather GatherElements GatherND Scatter ScatterElements ScatterND TensorScatter Compress NonZero OneHot Unique NonMaxSuppression RotaryEmbedding ArrayFeatureExtractor OneHotEncoder"),
        (KernelCategory.Resampling, "Resize Upsample GridSample AffineGrid"),
        (KernelCategory.Conversion, "Cast CastLike QuantizeLinear DequantizeLinear DynamicQuantizeLinear"),
        (KernelCategory.Generation, "Constant ConstantOfShape EyeLike Range RandomNormal RandomNormalLike RandomUniform RandomUniformLike Bernoulli Multinomial BlackmanWindow HammingWindow HannWindow MelWeightMatrix"),
        (KernelCategory.Control, "If Loop Scan Optional OptionalGetElement OptionalHasElement SequenceAt SequenceConstruct SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap SplitToSequence ConcatFromSequence"),
        (KernelCategory.Other, "DFT STFT ImageDecoder RegexFullMatch StringConcat StringNormalizer StringSplit TfIdfVectorizer CastMap CategoryMapper DictVectorizer FeatureVectorizer LabelEncoder LinearClassifier LinearRegressor SVMClassifier SVMRegressor TreeEnsemble TreeEnsembleClassifier TreeEnsembleRegressor ZipMap Adagrad Adam Gradient Momentum"),
    ];

    /// <summary>The operators in the order of their columns.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. Standard.SelectMany(s => s.Operators.Split(' '))];

    /// <summary>The kind of work of each operator, in the order of <see cref="Operators"/>.</summary>
    public static IReadOnlyList<KernelCategory> Categories { get; } =
        [.. Standard.SelectMany(s => s.Operators.Split(' ').Select(_ => s.Category))];

    private static readonly FrozenDictionary<string, int> Columns =
        Operators.Select((name, column) => (name, column)).ToFrozenDictionary(p => p.name, p => p.column, StringComparer.Ordinal);

    /// <summary>The column of operator <paramref name="name"/>, or -1 if it has none.</summary>
    public static int ColumnOf(string name) => Columns.GetValueOrDefault(name, -1);
}
