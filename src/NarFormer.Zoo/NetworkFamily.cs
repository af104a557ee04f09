using NarFormer.Onnx.Schema;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo;

/// <summary>A family whose networks are drawn until one fits its <see cref="SizeLimits"/>.</summary>
/// <typeparam name="TConfiguration">What is drawn.</typeparam>
internal sealed class NetworkFamily<TConfiguration>(string name, Func<SeededRandom, TConfiguration> draw, Action<NetworkBuilder, TConfiguration> build, SizeLimits? limits = null) : INetworkFamily
{
    private const int AttemptLimit = 10_000;

    public string Name => name;

    public ModelProto Generate(ulong seed)
    {
        for (int attempt = 0; attempt < AttemptLimit; attempt++)
        {
            var random = new SeededRandom(name, seed, attempt);
            var builder = new NetworkBuilder(random.Batch()) { FoldsBatchNormalization = random.Chance(80) };
            try
            {
                build(builder, draw(random));
            }
            catch (UnfitException)
            {
                continue;
            }

            if ((limits ?? SizeLimits.Narrow).Admit(builder)) return builder.Finish(name, seed);
        }

        throw new InvalidOperationException($"no network of family '{name}' with seed {seed} fits the size limits");
    }
}
