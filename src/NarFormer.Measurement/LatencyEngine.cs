using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Weights;

namespace NarFormer.Measurement;

/// <summary>Loads networks into ONNX Runtime as a deployment would: sequential execution, no spinning and, unless the job says otherwise, all graph optimisations.</summary>
public sealed class LatencyEngine
{
    /// <summary>What runs the networks, with graph optimisations.</summary>
    public const string Platform = "ort-cpu";

    /// <summary>What runs the networks as they stand, without graph optimisations.</summary>
    public const string PlainPlatform = "ort-cpu-plain";

    private readonly WeightFiller _filler = new();

    /// <summary>Loads the file at <paramref name="path"/>, filling weights that it does not hold.</summary>
    /// <exception cref="OnnxException">The file is not a network that ONNX Runtime can run; the message names it.</exception>
    public LoadedNetwork Load(string path, LatencyJob job)
    {
        job.Validate();
        var model = Parse(path);
        InputShapes.Apply(model, job);
        int filled = _filler.Fill(model);
        return Open(path, job, filled, options => filled == 0 && job.Batch is null ? new InferenceSession(path, options) : new InferenceSession(model.ToByteArray(), options));
    }

    /// <summary>Loads <paramref name="model"/>, filling weights that it does not hold (in place).</summary>
    /// <exception cref="OnnxException">ONNX Runtime cannot run the network; the message names it.</exception>
    public LoadedNetwork Load(ModelProto model, string name, LatencyJob job)
    {
        job.Validate();
        int filled = _filler.Fill(model);
        return Open(name, job, filled, options => new InferenceSession(model.ToByteArray(), options));
    }

    /// <summary>
    /// Loads <paramref name="model"/> with a profile of every run, in a file whose name begins with <paramref name="prefix"/>, and
    /// writes the optimised graph to the file <paramref name="optimized"/>.
    /// </summary>
    /// <exception cref="OnnxException">ONNX Runtime cannot run the network; the message names it.</exception>
    internal LoadedNetwork LoadProfiled(ModelProto model, string name, LatencyJob job, string prefix, string optimized)
    {
        job.Validate();
        int filled = _filler.Fill(model);
        return Open(name, job, filled, options =>
        {
            options.ProfileOutputPathPrefix = prefix;
            options.EnableProfiling = true;
            options.OptimizedModelFilePath = optimized;
            return new InferenceSession(model.ToByteArray(), options);
        });
    }

    private static ModelProto Parse(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var model = ModelProto.Parser.ParseFrom(stream);
            return model.Graph is null ? throw new OnnxException($"{path}: not an ONNX model: it has no graph") : model;
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxException($"{path}: not an ONNX model: {e.Message}", e);
        }
    }

    private static LoadedNetwork Open(string name, LatencyJob job, int filled, Func<SessionOptions, InferenceSession> open)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = job.Threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = job.OptimizesGraphs ? GraphOptimizationLevel.ORT_ENABLE_ALL : GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            return new LoadedNetwork(name, open(options), options, job, filled);
        }
        catch (OnnxRuntimeException e)
        {
            options.Dispose();
            throw new OnnxException($"{name}: ONNX Runtime cannot load the network: {RuntimeMessage.FirstLine(e)}", e);
        }
    }
}
