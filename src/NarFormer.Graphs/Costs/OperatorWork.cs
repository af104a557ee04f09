using System.Collections.Frozen;
using NarFormer.Graphs.Costs.Rules;

namespace NarFormer.Graphs.Costs;

/// <summary>Which rule counts which operator: the ONNX standard with <c>ai.onnx.ml</c>, and what ONNX Runtime adds to it.</summary>
internal static class OperatorWork
{
    private static readonly (WorkRule Rule, string Operators)[] Table =
    [
        (ConvolutionWork.Forward(1, 2), "Conv ConvInteger FusedConv NhwcConv NhwcFusedConv"),
        (ConvolutionWork.Forward(3, 8), "QLinearConv"),
        (ConvolutionWork.Transposed, "ConvTranspose"),
        (ConvolutionWork.Deformable, "DeformConv"),
        (MatrixWork.Product(), "MatMul MatMulInteger QLinearMatMul FusedMatMul TransposeMatMul"),
        (MatrixWork.Gemm, "Gemm FusedGemm"),
        (MatrixWork.Product(6), "QGemm MatMulIntegerToFloat"),
        (MatrixWork.Product(4), "DynamicQuantizeMatMul"),
        (MatrixWork.PackedProduct, "MatMulNBits"),
        (EinsumWork.Of, "Einsum"),
        (RecurrentWork.Of(1, 3), "RNN"),
        (RecurrentWork.Of(3, 20), "GRU"),
        (RecurrentWork.Of(4, 26), "LSTM DynamicQuantizeLSTM"),
        (AttentionWork.MultiHead, "MultiHeadAttention"),
        (AttentionWork.Grouped, "GroupQueryAttention"),
        (AttentionWork.Standard, "Attention"),
        (AttentionWork.Projected(8), "QAttention"),
        (LearnedWork.Linear, "LinearClassifier LinearRegressor"),
        (LearnedWork.SupportVectors, "SVMClassifier SVMRegressor"),
        (LearnedWork.Trees, "TreeEnsemble TreeEnsembleClassifier TreeEnsembleRegressor"),

        (ElementWork.PerOutput(1), "Add Sub Mul Div Mod Pow And Or Xor Equal Less LessOrEqual Greater GreaterOrEqual Where BitShift BitwiseAnd BitwiseOr BitwiseXor QLinearAdd QLinearMul"),
        (ElementWork.PerOutput(1), "Relu Abs Neg Sign Floor Ceil Round Not IsNaN IsInf BitwiseNot Reciprocal Exp Log Sqrt Erf Sin Cos Tan Asin Acos Atan Sinh Cosh Asinh Acosh Atanh Tanh ThresholdedRelu Binarizer Imputer Inverse"),
        (ElementWork.PerOutput(2), "LeakyRelu PRelu Clip Shrink Scaler QLinearLeakyRelu BatchNormalization"),
        (ElementWork.PerOutput(3), "Softplus Softsign"),
        (ElementWork.PerOutput(4), "Sigmoid HardSigmoid Elu QLinearSigmoid"),
        (ElementWork.PerOutput(5), "HardSwish Selu Celu Gelu Mish Swish"),
        (ElementWork.PerOutput(6), "BiasGelu QuickGelu"),
        (ElementWork.PerOutput(9), "FastGelu"),
        (ElementWork.Merged, "Sum Max Min Mean"),
        (ElementWork.PerOutput(2), "BiasAdd RotaryEmbedding"),

        (ElementWork.PerOutput(4), "RMSNormalization SimplifiedLayerNormalization LpNormalization Normalizer"),
        (ElementWork.PerOutput(5), "SkipSimplifiedLayerNormalization MeanVarianceNormalization"),
        (ElementWork.PerOutput(7), "LayerNormalization InstanceNormalization GroupNormalization GroupNorm"),
        (ElementWork.PerOutput(8), "SkipLayerNormalization SkipGroupNorm"),
        (ElementWork.PerOutput(9), "EmbedLayerNormalization"),
        (WindowWork.LocalResponse, "LRN"),
        (ElementWork.PerInput(5), "Softmax LogSoftmax SoftmaxCrossEntropyLoss QLinearSoftmax"),
        (ElementWork.PerInput(1), "NegativeLogLikelihoodLoss Hardmax"),

        (WindowWork.Pooling, "MaxPool AveragePool LpPool QLinearAveragePool NhwcMaxPool"),
        (ElementWork.PerInput(1), "GlobalAveragePool GlobalMaxPool GlobalLpPool QLinearGlobalAveragePool ReduceMax ReduceMin ReduceMean ReduceSum ReduceProd QLinearReduceMean ArgMax ArgMin TopK CumSum CumProd MaxRoiPool"),
        (ElementWork.PerInput(2), "ReduceL1 ReduceL2 ReduceSumSquare ReduceLogSum"),
        (ElementWork.PerInput(3), "ReduceLogSumExp"),
        (WindowWork.Resize, "Resize Upsample"),
        (WindowWork.GridSample, "GridSample"),
        (WindowWork.RegionAlign, "RoiAlign"),

        (ElementWork.PerOutput(2), "DequantizeLinear AffineGrid"),
        (ElementWork.PerOutput(3), "QuantizeLinear"),
        (ElementWork.PerInput(5), "DynamicQuantizeLinear"),
        (FourierWork.Transform, "DFT"),
        (FourierWork.ShortTime, "STFT"),
        (ElementWork.PerOutput(1), "RandomNormal RandomNormalLike RandomUniform RandomUniformLike Bernoulli Multinomial BlackmanWindow HammingWindow HannWindow MelWeightMatrix Range Col2Im"),

        (ElementWork.None, "Reshape Flatten Squeeze Unsqueeze Identity Dropout Shape Size Cast CastLike BitCast Constant ConstantOfShape EyeLike"),
        (ElementWork.None, "Transpose Concat Split Slice Pad Expand Tile DepthToSpace SpaceToDepth ReverseSequence Trilu CenterCropPad QLinearConcat MaxUnpool"),
        (ElementWork.None, "Gather GatherElements GatherND Scatter TensorScatter Compress NonZero OneHot OneHotEncoder Unique NonMaxSuppression ArrayFeatureExtractor"),
        (ElementWork.Scattered, "ScatterElements ScatterND"),
        (ElementWork.None, "If Loop Scan Optional OptionalGetElement OptionalHasElement SequenceAt SequenceConstruct SequenceEmpty SequenceErase SequenceInsert SequenceLength SequenceMap SplitToSequence ConcatFromSequence"),
        (ElementWork.None, "ImageDecoder RegexFullMatch StringConcat StringNormalizer StringSplit TfIdfVectorizer CastMap CategoryMapper DictVectorizer FeatureVectorizer LabelEncoder ZipMap"),
    ];

    private static readonly WorkRule RuntimeAttention = AttentionWork.Projected(4);

    private static readonly FrozenDictionary<string, WorkRule> Rules = Table
        .SelectMany(row => row.Operators.Split(' ').Select(name => (Name: name, row.Rule)))
        .ToFrozenDictionary(p => p.Name, p => p.Rule, StringComparer.Ordinal);

    /// <summary>The rule of <paramref name="node"/>'s operator, or <see langword="null"/> if nothing is known of it.</summary>
    public static WorkRule? RuleOf(NetworkNode node) => node.Domain switch
    {
        "com.microsoft" when node.Operator == "Attention" => RuntimeAttention,
        "" or "ai.onnx" or "ai.onnx.ml" or "com.microsoft" or "com.microsoft.nchwc" or "com.ms.internal.nhwc" => Rules.GetValueOrDefault(node.Operator),
        _ => null,
    };
}
