using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>A level of names in the parameters' keys and nothing else: <c>fn.net.0</c> is three of them.</summary>
internal sealed class NamedModules : nn.Module
{
    public NamedModules(params (string Name, nn.Module Module)[] children)
        : base(nameof(NamedModules))
    {
        foreach (var (name, module) in children) register_module(name, module);
    }
}
