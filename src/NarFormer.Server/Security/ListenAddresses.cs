using System.Net;
using Microsoft.AspNetCore.Http;

namespace NarFormer.Server.Security;

/// <summary>Where the service listens.</summary>
public static class ListenAddresses
{
    /// <summary>Checks <paramref name="addresses"/>: other machines may reach the service only with a key.</summary>
    /// <exception cref="ArgumentException">An address is none, is not plain HTTP, or reaches beyond this machine while there is no key; the message names it.</exception>
    public static void Check(IReadOnlyList<string> addresses, bool hasKey)
    {
        foreach (string address in addresses)
        {
            var parsed = Parse(address);
            if (!hasKey && !IsLoopback(parsed.Host)) throw new ArgumentException($"{address} can be reached from other machines: give a key, or listen on 127.0.0.1", nameof(addresses));
        }
    }

    /// <summary>Whether no other machine reaches any of <paramref name="addresses"/>.</summary>
    public static bool AreLoopback(IReadOnlyList<string> addresses) => addresses.All(a => IsLoopback(Parse(a).Host));

    private static BindingAddress Parse(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false, PathBase: "", Port: <= 65535 }
                ? parsed
                : throw new ArgumentException($"{address}: an address looks like http://127.0.0.1:5080; HTTPS is the task of a proxy in front", nameof(address));
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"{address}: an address looks like http://127.0.0.1:5080", nameof(address), e);
        }
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
