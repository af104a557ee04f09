using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;

namespace NarFormer.Tests.Architecture;

/// <summary>The network written a second time, one network at a time, with an adjacency matrix, in 64 bits.</summary>
internal sealed class ReferenceNetwork(NetworkOptions options, Dictionary<string, SafetensorsTensor> weights)
{
    public double Predict(EncodedNetwork network)
    {
        int n = network.NodeCount;
        var forward = new bool[n, n];
        for (int e = 0; e < network.EdgeSources.Length; e++) forward[network.EdgeTargets[e], network.EdgeSources[e]] = true;
        double[][] x = [.. Enumerable.Range(0, n).Select(i => network.NodeFeatures.AsSpan(i * network.FeatureCount, network.FeatureCount).ToArray().Select(v => (double)v).ToArray())];
        if (options.Stem == StemKind.Linear) x = [.. x.Select(r => Relu(Linear("stem", r)))];
        var states = new List<double[][]>();
        for (int k = 0; k < options.Layers; k++)
        {
            x = Attend($"gnn_layers.{k}", x, forward);
            x = [.. x.Select(r => FeedForward(k, r))];
            states.Add(x);
        }

        double[] work = options.WorkFeature is { } w ? [.. Enumerable.Range(0, n).Select(i => (double)network.NodeFeatures[(i * network.FeatureCount) + w])] : [];
        return ReadOut(states, [.. network.StaticFeatures.Select(v => (double)v)], work);
    }

    private double[][] Attend(string name, double[][] input, bool[,] predecessors)
    {
        int n = input.Length;
        bool Neighbour(int i, int j) => predecessors[i, j] || predecessors[j, i];
        double[][] x = options.ResidualAttention ? [.. input.Select(r => Norm(name + ".norm", r))] : input;
        if (options.DegreeGate)
        {
            x = [.. x.Select((r, i) =>
            {
                double[] gate = Linear(name + ".lin_d", [Enumerable.Range(0, n).Count(j => Neighbour(i, j))]);
                return r.Select((v, d) => v * Sigmoid(gate[d])).ToArray();
            })];
        }

        double[][] p = [.. x.Select(r => Linear(name + ".lin_qk", r).Select(Sigmoid).ToArray())];
        return [.. Enumerable.Range(0, n).Select(Row)];

        double[] Row(int i)
        {
            double[] mixed = Sum(
                Linear(name + ".lin_l", Gather(i, j => options.Edges == EdgeDirection.Both ? predecessors[i, j] : Neighbour(i, j))),
                Map(name + ".lin_r.weight", x[i]));
            if (options.Edges == EdgeDirection.Both) mixed = Sum(mixed, Map(name + ".lin_b.weight", Gather(i, j => predecessors[j, i])));
            if (options.ResidualAttention) return Sum(input[i], Relu(mixed));
            double norm = Math.Max(Math.Sqrt(mixed.Sum(v => v * v)), 1e-12);
            return Relu([.. mixed.Select(v => v / norm)]);
        }

        double[] Gather(int i, Func<int, bool> attends)
        {
            double[] scores = [.. Enumerable.Range(0, n).Select(j => attends(j) ? Dot(p[i], p[j]) / Math.Sqrt(p[i].Length) : 0)];
            double sum = scores.Sum() + 1e-6;
            return [.. Enumerable.Range(0, x[i].Length).Select(d => Enumerable.Range(0, n).Sum(j => scores[j] / sum * x[j][d]))];
        }
    }

    private double[] FeedForward(int k, double[] x)
    {
        string name = $"FFN_layers.{k}";
        double[] y = Norm(name + ".norm", x);
        double[] scale = Vector($"layer_scale.{k}");
        double[] output = options.FeedForward == FeedForwardKind.Full
            ? Linear(name + ".fn.net.3", Relu(Linear(name + ".fn.net.0", y)))
            : [.. Enumerable.Range(0, options.Groups).SelectMany(g => Group(g, y))];
        return [.. x.Select((v, d) => v + (scale[d] * output[d]))];

        double[] Group(int g, double[] all)
        {
            int width = options.Hidden / options.Groups;
            double[] h = Relu(GroupMap(name + ".fn.net.0", g, all[(g * width)..((g + 1) * width)]));
            return GroupMap(name + ".fn.net.3", g, h);
        }
    }

    private double[] GroupMap(string name, int group, double[] x)
    {
        double[] w = Vector(name + ".weights"), b = Vector(name + ".bias");
        int outputs = b.Length / options.Groups;
        return Norm(name + ".normalization_fn", [.. Enumerable.Range(0, outputs).Select(o =>
            b[(group * outputs) + o] + Enumerable.Range(0, x.Length).Sum(i => x[i] * w[(((group * x.Length) + i) * outputs) + o]))]);
    }

    private double ReadOut(List<double[][]> states, double[] statics, double[] work)
    {
        double[][] last = states[^1];
        if (options.ScaledStatics) statics = Sum([.. statics.Zip(Vector("static_scaling.weight"), (s, w) => s * w)], Vector("static_scaling.bias"));
        switch (options.Readout)
        {
            case ReadoutKind.SumWithStatics:
                return Softplus(Perceptron([.. last.Aggregate(Sum), .. statics.Length > 0 ? Relu(Linear("norm_sf_linear", statics)) : []]));
            case ReadoutKind.SumOfNodeCosts:
                double[] shift = statics.Length > 0 ? Linear("static_map", statics) : new double[options.Hidden];
                return last.Select((r, i) => Math.Exp(Math.Clamp(Perceptron(Sum(r, shift)) + (work.Length > 0 ? Math.Log((Math.Pow(2, 8 * work[i]) + 1e5) / 5e7) : 0), -20, 12))).Sum();
            default:
                double[][] means = [.. states.Select(s => s.Aggregate(Sum).Select(v => v / s.Length).ToArray())];
                double[] w = Linear("fusion_mlp.2", Relu(Linear("fusion_mlp.0", [.. means.SelectMany(m => m)])));
                return Softplus(Perceptron([.. Enumerable.Range(0, options.Hidden).Select(d => means.Select((m, l) => m[d] * Sigmoid(w[l])).Sum())]));
        }
    }

    private double Perceptron(double[] x) => Linear("predictor", Relu(Linear("fc_2", Relu(Linear("fc_1", x)))))[0];

    private double[] Vector(string name) => [.. weights[name].ToSingles().Select(v => (double)v)];

    private double[] Linear(string name, double[] x) => Sum(Map(name + ".weight", x), Vector(name + ".bias"));

    private double[] Map(string name, double[] x)
    {
        float[] w = weights[name].ToSingles();
        return [.. Enumerable.Range(0, w.Length / x.Length).Select(o => Enumerable.Range(0, x.Length).Sum(i => w[(o * x.Length) + i] * x[i]))];
    }

    private double[] Norm(string name, double[] x)
    {
        double[] w = Vector(name + ".weight"), b = Vector(name + ".bias");
        double mean = x.Average(), deviation = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)) + 1e-5);
        return [.. x.Select((v, i) => ((v - mean) / deviation * w[i]) + b[i])];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (u, v) => u * v).Sum();

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (u, v) => u + v)];

    private static double[] Relu(double[] x) => [.. x.Select(v => Math.Max(v, 0))];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softplus(double z) => Math.Log(1 + Math.Exp(-z));
}
