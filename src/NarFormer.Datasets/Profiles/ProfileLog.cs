namespace NarFormer.Datasets.Profiles;

/// <summary>The append-only file of profiles of a data set, a JSON object a line. A line that was cut short by a kill is dropped.</summary>
public sealed class ProfileLog : IDisposable
{
    /// <summary>The name of the file in the folder of a data set.</summary>
    public const string FileName = "profiles.jsonl";

    private const string Line = "a profile of a network";

    private readonly JsonLines<NetworkProfile> _lines;

    private ProfileLog(JsonLines<NetworkProfile> lines) => _lines = lines;

    /// <summary>The profiles so far, in the order they were made.</summary>
    public IReadOnlyList<NetworkProfile> Profiles => _lines.Records;

    /// <summary>Opens the file at <paramref name="path"/>, or starts it.</summary>
    /// <exception cref="InvalidDataException">A line before the last is not a profile; the message names file and line.</exception>
    public static ProfileLog Open(string path) => new(JsonLines<NetworkProfile>.Open(path, Line, IsWhole));

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">A line is not a profile; the message names file and line.</exception>
    public static IReadOnlyList<NetworkProfile> Read(string path) => JsonLines<NetworkProfile>.Read(path, Line, IsWhole);

    /// <summary>Appends a profile and makes sure that it is on disk.</summary>
    public void Append(NetworkProfile profile) => _lines.Append(profile);

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static bool IsWhole(NetworkProfile profile) =>
        profile.Family is not null && profile.Kernels is not null && profile.Kernels.All(k => k is { Nodes: not null, Kernel: { Operator: not null, Inputs: not null, Outputs: not null } });
}
