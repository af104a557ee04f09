using NarFormer.Onnx;

namespace NarFormer.Server;

/// <summary>What one request, and all requests together, may ask of the service.</summary>
public sealed record ServerLimits
{
    /// <summary>Bytes of an uploaded file. Default 256 MB.</summary>
    public long UploadBytes { get; init; } = 256L << 20;

    /// <summary>What an uploaded network may ask of its reader. Default 25,000 nodes and 16 MB without weights.</summary>
    public OnnxLimits Onnx { get; init; } = new() { Nodes = 25_000, StructureBytes = 16L << 20 };

    /// <summary>How long a request may take, the upload included. Default one minute.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Networks that are read and encoded at once. Default: one for each processor.</summary>
    public int Readers { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests that wait for a reader; more are told to come again. Default 256.</summary>
    public int WaitingRequests { get; init; } = 256;

    /// <summary>Nodes of networks and cells that wait for one predictor; a request that would exceed them is told to come again. Default 100,000.</summary>
    public int WaitingNodes { get; init; } = 100_000;

    /// <summary>Networks or cells of one request for predictions. Default 10,000.</summary>
    public int PredictionsOfARequest { get; init; } = 10_000;
}
