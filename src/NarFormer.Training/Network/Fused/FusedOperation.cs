using System.Runtime.Intrinsics.X86;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Fused;

/// <summary>
/// One use of an operation with a backward pass of its own. It keeps what the backward pass needs, and frees it when that
/// has run, or at once if no gradient is wanted.
/// </summary>
internal abstract class FusedOperation : IDisposable
{
    private readonly List<IDisposable> _kept = [];
    private Tensor?[] _leaves = [];
    private bool _disposed;

    /// <summary>Whether this processor has the registers that the operations are written for (AVX-512); elsewhere libtorch's are faster.</summary>
    public static bool IsSupported => Avx512F.IsSupported;

    /// <summary>The result; called once, without gradients.</summary>
    protected internal abstract Tensor Forward(IReadOnlyList<Tensor> inputs);

    /// <summary>One gradient for each input, null where <paramref name="wanted"/> says that it is not wanted.</summary>
    protected internal abstract Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted);

    /// <summary>Runs the operation on contiguous tensors and connects it to libtorch's automatic differentiation.</summary>
    public Tensor On(params Tensor[] inputs)
    {
        Tensor[] contiguous = [.. inputs.Select(t => t.contiguous())];
        if (is_grad_enabled() && contiguous.Any(t => t.requires_grad))
        {
            _leaves = [.. inputs.Select(t => t.is_leaf && t.requires_grad && t.is_contiguous() ? t : null)];
            return FusedFunction.apply([this, .. contiguous]);
        }

        using (this)
        {
            return Forward(contiguous);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var kept in _kept) kept.Dispose();
        _kept.Clear();
        _disposed = true;
    }

    /// <summary>Keeps <paramref name="value"/> for the backward pass.</summary>
    protected T Keep<T>(T value)
        where T : IDisposable
    {
        _kept.Add(value);
        return value;
    }

    /// <summary>Keeps the memory of <paramref name="tensor"/> for the backward pass.</summary>
    protected Tensor Keep(Tensor tensor)
    {
        var kept = tensor.detach().DetachFromDisposeScope();
        _kept.Add(kept);
        return kept;
    }

    /// <summary>Gives parameters their gradients; libtorch would copy them, because this library still holds them.</summary>
    private Tensor?[] Accumulated(Tensor?[] gradients) => [.. gradients.Zip(_leaves, (gradient, leaf) => gradient is null || leaf is null ? gradient : Accumulated(leaf, gradient))];

    private static Tensor? Accumulated(Tensor leaf, Tensor gradient)
    {
        using var present = leaf.grad;
        if (present is null) leaf.grad = gradient;
        else present.add_(gradient);
        return null;
    }

    private sealed class FusedFunction : autograd.SingleTensorFunction<FusedFunction>
    {
        private const string Operation = "operation";
        private const string Wanted = "wanted";

        /// <inheritdoc/>
        public override string Name => nameof(FusedFunction);

        /// <inheritdoc/>
        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var operation = (FusedOperation)vars[0];
            Tensor[] inputs = [.. vars.Skip(1).Cast<Tensor>()];
            ctx.save_data(Operation, operation);
            ctx.save_data(Wanted, inputs.Select(t => t.requires_grad).ToArray());
            return operation.Forward(inputs);
        }

        /// <inheritdoc/>
        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            using var operation = (FusedOperation)ctx.get_data(Operation);
            ObjectDisposedException.ThrowIf(operation._disposed, operation);
            var gradients = operation.Backward(grad_output.contiguous(), (bool[])ctx.get_data(Wanted));
            return [null!, .. operation.Accumulated(gradients).Select(g => g!)];
        }
    }
}
