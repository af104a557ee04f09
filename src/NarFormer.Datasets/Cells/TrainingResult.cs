using Google.Protobuf;

namespace NarFormer.Datasets.Cells;

/// <summary>What training a cell of NAS-Bench-101 once gave: the last evaluation of a <c>ModelMetrics</c> message.</summary>
/// <param name="TrainableParameters">Trained weights of the network.</param>
/// <param name="TrainingTime">Seconds of training.</param>
/// <param name="TrainAccuracy">Accuracy on the training images, 0 to 1.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation images, 0 to 1.</param>
/// <param name="TestAccuracy">Accuracy on the test images, 0 to 1.</param>
internal readonly record struct TrainingResult(double TrainableParameters, double TrainingTime, double TrainAccuracy, double ValidationAccuracy, double TestAccuracy)
{
    /// <summary>Evaluations of one training: at its start, half way and at its end.</summary>
    private const int Evaluations = 3;

    /// <summary>Reads a <c>ModelMetrics</c> message (evaluations are field 1, parameters field 2).</summary>
    /// <exception cref="FormatException">It is none, an evaluation is missing, or an accuracy is not between 0 and 1.</exception>
    public static TrainingResult Parse(byte[] message)
    {
        try
        {
            using var input = new CodedInputStream(message);
            int evaluations = 0;
            double[] last = [];
            long? parameters = null;
            while (input.ReadTag() is not 0 and var tag)
            {
                switch (WireFormat.GetTagFieldNumber(tag))
                {
                    case 1:
                        last = Evaluation(input.ReadBytes());
                        evaluations++;
                        break;
                    case 2:
                        parameters = input.ReadInt32();
                        break;
                    default:
                        input.SkipLastField();
                        break;
                }
            }

            if (evaluations != Evaluations) throw new FormatException($"the metrics have {evaluations} evaluations, not {Evaluations}");
            if (parameters is not > 0) throw new FormatException("the metrics do not say how many parameters are trained");
            LabelRange.Fraction.Require("train_accuracy", last[3]);
            LabelRange.Fraction.Require("validation_accuracy", last[4]);
            LabelRange.Fraction.Require("test_accuracy", last[5]);
            return new TrainingResult(parameters.Value, last[2], last[3], last[4], last[5]);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new FormatException($"the metrics are no message: {e.Message}", e);
        }
    }

    /// <summary>Fields 1 to 5 of an <c>EvaluationData</c> message, NaN where one is missing.</summary>
    private static double[] Evaluation(ByteString message)
    {
        double[] fields = new double[6];
        Array.Fill(fields, double.NaN);
        using var input = message.CreateCodedInput();
        while (input.ReadTag() is not 0 and var tag)
        {
            int field = WireFormat.GetTagFieldNumber(tag);
            if (field < fields.Length && WireFormat.GetTagWireType(tag) == WireFormat.WireType.Fixed64) fields[field] = input.ReadDouble();
            else input.SkipLastField();
        }

        return fields;
    }
}
