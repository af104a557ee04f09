using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NarFormer.Store;

namespace NarFormer.Cli.Tests.Storing;

public sealed class KilledImportTests : IDisposable
{
    private const int Networks = 200;

    private readonly ScratchFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(80)]
    public async Task An_import_that_is_killed_loses_no_finished_network_and_goes_on_where_it_was(int finished)
    {
        var token = TestContext.Current.CancellationToken;
        string dataset = DatasetFolder.Write(_folder, Networks), store = Path.Combine(_folder.Root, "store.db");
        var reported = await ImportAndKillAsync(dataset, store, finished, token);
        reported.Count.ShouldBeGreaterThanOrEqualTo(finished);
        (await IntegrityAsync(store)).ShouldBe("ok");

        long before = await CheckedAsync(store, reported, token);
        before.ShouldBeInRange(finished, Networks);
        var again = await CommandLine.Run("store", "import", dataset, "--store", store);
        again.Exit.ShouldBe(ExitCode.Ok, again.Error);
        again.Output.ShouldContain($"{Networks - before} networks imported");
        (await CheckedAsync(store, reported, token)).ShouldBe(Networks);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<List<string>> ImportAndKillAsync(string dataset, string store, int finished, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "narformer.dll"), "store", "import", dataset, "--store", store, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var hashes = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            hashes.Add((string)JsonNode.Parse(line)!["hash"]!);

            // SIGKILL on Linux.
            if (hashes.Count == finished) process.Kill();
        }

        await process.WaitForExitAsync(cancellation);
        process.ExitCode.ShouldNotBe(ExitCode.Ok);
        return hashes;
    }

    private static async Task<string> IntegrityAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<long> CheckedAsync(string path, List<string> reported, CancellationToken cancellation)
    {
        await using var store = await NetworkStore.OpenAsync(path, TimeProvider.System, cancellation);
        foreach (string hash in reported) (await store.FindAsync(hash, cancellation)).ShouldNotBeNull();
        long count = 0;
        await foreach (var network in store.NetworksAsync(cancellation: cancellation))
        {
            count++;
            (await store.MeasurementsAsync(network.Hash, cancellation)).Count.ShouldBe(1);
            CanonicalHash.Of(StoredModel.Read((await store.ModelAsync(network.Hash, cancellation))!, network.Name)).ShouldBe(network.Hash);
        }

        return count;
    }
}
