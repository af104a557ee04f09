using NarFormer.Onnx.Schema;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Spaces;

/// <summary>A space whose codes are parsed and then built.</summary>
/// <typeparam name="TCode">The parsed code.</typeparam>
internal sealed class SearchSpace<TCode>(string name, string example, Func<string, TCode> parse, Action<NetworkBuilder, TCode, SpaceOptions> build) : ISearchSpace
{
    public string Name => name;

    public string Example => example;

    public ModelProto Build(string code, SpaceOptions? options = null)
    {
        options ??= new SpaceOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Resolution ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Classes ?? 1);
        var builder = new NetworkBuilder(options.Batch) { FoldsBatchNormalization = options.FoldsBatchNormalization };
        try
        {
            build(builder, parse(code), options);
        }
        catch (UnfitException e)
        {
            throw new ArgumentException($"{name} '{code}' cannot be built: {e.Message}", nameof(options), e);
        }

        return builder.Finish($"{name}:{code}", ("space", name), ("code", code));
    }
}
