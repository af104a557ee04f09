using System.Diagnostics;
using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Bench;

/// <summary>Reads a model whose weights are far larger than the memory that reading may take.</summary>
internal static class LargeFile
{
    private const int Columns = 1024;

    /// <summary>Writes a model with that many megabytes of weights to <paramref name="path"/>, for other programs to read.</summary>
    public static int Keep(long megabytes, string path)
    {
        Write(path, megabytes * 1024 / 4);
        return 0;
    }

    public static int Run(long megabytes, TextWriter output)
    {
        string path = Path.Combine(Path.GetTempPath(), $"narformer-large-{Environment.ProcessId}.onnx");
        try
        {
            Write(path, megabytes * 1024 / 4);
            long start = Stopwatch.GetTimestamp();
            var graph = new OnnxReader().Read(path);
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            using var process = Process.GetCurrentProcess();
            output.WriteLine($"{new FileInfo(path).Length >> 20} MB file: {graph.Nodes.Count} nodes in {milliseconds:0} ms, peak {process.PeakWorkingSet64 >> 20} MB");
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // One product of a [1, rows] input and a [rows, 1024] weight. The weight's bytes are a hole at the end of the file.
    private static void Write(string path, long rows)
    {
        var head = Model(rows);
        var weight = new TensorProto { Name = "w", DataType = 1, Dims = { rows, Columns } };
        long bytes = rows * Columns * sizeof(float);
        using var stream = new FileStream(path, FileMode.Create);
        using var code = new CodedOutputStream(stream, leaveOpen: true);
        byte[] graph = head.Graph.ToByteArray(), named = weight.ToByteArray();
        long tensorLength = named.Length + 1 + CodedOutputStream.ComputeUInt64Size((ulong)bytes) + bytes;
        long graphLength = graph.Length + 1 + CodedOutputStream.ComputeUInt64Size((ulong)tensorLength) + tensorLength;
        head.Graph = null;
        head.WriteTo(code);
        code.WriteTag(ModelProto.GraphFieldNumber, WireFormat.WireType.LengthDelimited);
        code.WriteUInt64((ulong)graphLength);
        code.Flush();
        stream.Write(graph);
        code.WriteTag(GraphProto.InitializerFieldNumber, WireFormat.WireType.LengthDelimited);
        code.WriteUInt64((ulong)tensorLength);
        code.Flush();
        stream.Write(named);
        code.WriteTag(TensorProto.RawDataFieldNumber, WireFormat.WireType.LengthDelimited);
        code.WriteUInt64((ulong)bytes);
        code.Flush();
        stream.SetLength(stream.Position + bytes);
    }

    private static ModelProto Model(long rows) => new()
    {
        IrVersion = 8,
        OpsetImport = { new OperatorSetIdProto { Version = 17 } },
        Graph = new GraphProto
        {
            Name = "large",
            Node = { new NodeProto { OpType = "MatMul", Input = { "x", "w" }, Output = { "y" } } },
            Input = { Value("x", 1, rows) },
            Output = { Value("y", 1, Columns) },
        },
    };

    private static ValueInfoProto Value(string name, params long[] shape) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = 1,
                Shape = new TensorShapeProto { Dim = { shape.Select(d => new TensorShapeProto.Types.Dimension { DimValue = d }) } },
            },
        },
    };
}
