namespace NarFormer.Datasets.Profiles;

/// <summary>The profiles of a data set by network.</summary>
public sealed class NetworkProfiles
{
    private readonly Dictionary<(string Family, ulong Seed), NetworkProfile> _profiles;
    private readonly string _path;

    /// <summary>Takes <paramref name="profiles"/>, which stand at <paramref name="path"/>.</summary>
    public NetworkProfiles(IEnumerable<NetworkProfile> profiles, string path)
    {
        _profiles = profiles.ToDictionary(p => (p.Family, p.Seed));
        _path = path;
    }

    /// <summary>Reads the profiles in the folder <paramref name="dataset"/>.</summary>
    /// <exception cref="InvalidDataException">There are none, or a line is not a profile; the message names the file.</exception>
    public static NetworkProfiles Load(string dataset)
    {
        string path = Path.Combine(dataset, ProfileLog.FileName);
        return File.Exists(path)
            ? new NetworkProfiles(ProfileLog.Read(path), path)
            : throw new InvalidDataException($"{path}: there are no profiles yet; narformer-train dataset profile makes them");
    }

    /// <summary>The profile of a network.</summary>
    /// <exception cref="InvalidDataException">There is none; the message names file and network.</exception>
    public NetworkProfile Of(string family, ulong seed) => _profiles.TryGetValue((family, seed), out var profile)
        ? profile
        : throw new InvalidDataException($"{_path}: has no profile of {family}-{seed}; narformer-train dataset profile goes on where it stopped");
}
