using System.Collections.Frozen;

namespace NarFormer.Graphs;

/// <summary>The operators of the ONNX standard (<c>ai.onnx</c> to opset 23 and <c>ai.onnx.ml</c>).</summary>
public static class OperatorCatalog
{
    private const string Names = """
        Abs Acos Acosh Adagrad Adam Add AffineGrid And ArgMax ArgMin ArrayFeatureExtractor Asin Asinh Atan Atanh
        Attention AveragePool BatchNormalization Bernoulli Binarizer BitShift BitwiseAnd BitwiseNot BitwiseOr
        BitwiseXor BlackmanWindow Cast CastLike CastMap CategoryMapper Ceil Celu CenterCropPad Clip Col2Im Compress
        Concat ConcatFromSequence Constant ConstantOfShape Conv ConvInteger ConvTranspose Cos Cosh CumProd CumSum DFT
        DeformConv DepthToSpace DequantizeLinear Det DictVectorizer Div Dropout DynamicQuantizeLinear Einsum Elu Equal
        Erf Exp Expand EyeLike FeatureVectorizer Flatten Floor GRU Gather GatherElements GatherND Gelu Gemm
        GlobalAveragePool GlobalLpPool GlobalMaxPool Gradient Greater GreaterOrEqual GridSample GroupNormalization
        HammingWindow HannWindow HardSigmoid HardSwish Hardmax Identity If ImageDecoder Imputer InstanceNormalization
        IsInf IsNaN LRN LSTM LabelEncoder LayerNormalization LeakyRelu Less LessOrEqual LinearClassifier
        LinearRegressor Log LogSoftmax Loop LpNormalization LpPool MatMul MatMulInteger Max MaxPool MaxRoiPool
        MaxUnpool Mean MeanVarianceNormalization MelWeightMatrix Min Mish Mod Momentum Mul Multinomial Neg
        NegativeLogLikelihoodLoss NonMaxSuppression NonZero Normalizer Not OneHot OneHotEncoder Optional
        OptionalGetElement OptionalHasElement Or PRelu Pad Pow QLinearConv QLinearMatMul QuantizeLinear
        RMSNormalization RNN RandomNormal RandomNormalLike RandomUniform RandomUniformLike Range Reciprocal ReduceL1
        ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare
        RegexFullMatch Relu Reshape Resize ReverseSequence RoiAlign RotaryEmbedding Round STFT SVMClassifier
        SVMRegressor Scaler Scan Scatter ScatterElements ScatterND Selu SequenceAt SequenceConstruct SequenceEmpty
        SequenceErase SequenceInsert SequenceLength SequenceMap Shape Shrink Sigmoid Sign Sin Sinh Size Slice Softmax
        SoftmaxCrossEntropyLoss Softplus Softsign SpaceToDepth Split SplitToSequence Sqrt Squeeze StringConcat
        StringNormalizer StringSplit Sub Sum Swish Tan Tanh TensorScatter TfIdfVectorizer ThresholdedRelu Tile TopK
        Transpose TreeEnsemble TreeEnsembleClassifier TreeEnsembleRegressor Trilu Unique Unsqueeze Upsample Where Xor
        ZipMap
        """;

    /// <summary>The names in alphabetical order.</summary>
    public static IReadOnlyList<string> Standard { get; } = Names.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly FrozenSet<string> Set = Standard.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an operator belongs to the standard, or to ONNX Runtime's own domain <c>com.microsoft</c>.</summary>
    public static bool IsKnown(string domain, string name) => domain == "com.microsoft" || (domain is "" or "ai.onnx" or "ai.onnx.ml" && Set.Contains(name));
}
