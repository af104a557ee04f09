using NarFormer.Onnx.Schema;

namespace NarFormer.Zoo.Spaces;

/// <summary>A search space whose architectures are written as codes, and from each code the whole network.</summary>
public interface ISearchSpace
{
    /// <summary>The space's name, for example <c>fbnet</c>.</summary>
    string Name { get; }

    /// <summary>A code as an example of how they are written.</summary>
    string Example { get; }

    /// <summary>
    /// Builds the network of <paramref name="code"/>: the same bytes for the same code and options, always. The model carries
    /// the dimensions of its weights but not their values.
    /// </summary>
    /// <exception cref="FormatException">The code is none of the space; the message names the token and its place.</exception>
    /// <exception cref="ArgumentException">The image is too small for the network.</exception>
    ModelProto Build(string code, SpaceOptions? options = null);
}
