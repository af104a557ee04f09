using NarFormer.Measurement.Profiling;

namespace NarFormer.Training.Samples;

/// <summary>
/// Finds for which kernel a runtime added another one, such as a change of layout, from the shapes and the order of a
/// profile: what brings values back into the usual order and a reshape after a matrix product stand for the kernel that
/// made the values, everything else for the one that reads them.
/// </summary>
internal static class AddedKernels
{
    /// <summary>The place among <paramref name="kernels"/> of the one that kernel <paramref name="added"/>, which has no operations of its own, was added for; null if there is none.</summary>
    public static int? Beneficiary(IReadOnlyList<KernelGroup> kernels, int added)
    {
        var kernel = kernels[added].Kernel;
        return FollowsMaker(kernels, added) ? Maker(kernels, added, kernel) : Reader(kernels, added, kernel);
    }

    private static bool FollowsMaker(IReadOnlyList<KernelGroup> kernels, int added) => kernels[added].Kernel.Operator switch
    {
        "ReorderOutput" => true,
        "Reshape" => added > 0 && kernels[added - 1].Kernel is { Operator: "Gemm" or "FusedGemm" } product && Gives(product, kernels[added].Kernel.Inputs),
        _ => false,
    };

    private static int? Maker(IReadOnlyList<KernelGroup> kernels, int added, KernelTime kernel)
    {
        for (int i = added - 1; i >= 0; i--)
        {
            if (kernels[i].Nodes.Count > 0 && Gives(kernels[i].Kernel, kernel.Inputs)) return i;
        }

        return null;
    }

    private static int? Reader(IReadOnlyList<KernelGroup> kernels, int added, KernelTime kernel)
    {
        if (kernel.Outputs.Count == 0) return null;
        for (int i = added + 1; i < kernels.Count; i++)
        {
            if (kernels[i].Nodes.Count > 0 && kernels[i].Kernel.Inputs.Any(s => s.AsSpan().SequenceEqual(kernel.Outputs[0]))) return i;
        }

        return null;
    }

    private static bool Gives(KernelTime maker, IReadOnlyList<long[]> inputs) =>
        inputs.Count > 0 && maker.Outputs.Any(s => s.AsSpan().SequenceEqual(inputs[0]));
}
