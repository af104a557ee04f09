using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace NarFormer.Store.Tests.Postgres;

/// <summary>A PostgreSQL server of the tests' own: a new data folder, a free port of the loopback device, no password.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string User = "narformer";
    private const int ReadyAttempts = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"narformer-postgres-{Guid.NewGuid():n}");
    private readonly int _port = FreePort();
    private Process? _server;

    /// <summary>Why there is no server, or <see langword="null"/>.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Programs() is not { } programs)
        {
            Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)";
            return;
        }

        using (var init = Start(Path.Combine(programs, "initdb"), "-D", _folder, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"))
        {
            await init.WaitForExitAsync();
            if (init.ExitCode != 0) throw new InvalidOperationException($"initdb failed: {await init.StandardError.ReadToEndAsync()}");
        }

        _server = Start(
            Path.Combine(programs, "postgres"), "-D", _folder, "-k", _folder, "-h", IPAddress.Loopback.ToString(), "-p", _port.ToString(CultureInfo.InvariantCulture),
            "-c", "fsync=off", "-c", "log_min_messages=fatal");
        await WaitAsync();
    }

    /// <summary>Makes an empty database and gives its address.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellation)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        string name = $"db{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE {name}", cancellation);
        return $"postgres://{User}@127.0.0.1:{_port}/{name}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            string process = (await File.ReadAllLinesAsync(Path.Combine(_folder, "postmaster.pid")))[0];
            using var stop = Process.Start("kill", ["-INT", process]);
            await stop.WaitForExitAsync();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1", CancellationToken.None);
                return;
            }
            catch (NpgsqlException) when (attempt < ReadyAttempts && !_server!.HasExited)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username={User};Database=postgres;Pooling=false");
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // PostgreSQL refuses to run as root; Debian's package makes a user for it.
    private static Process Start(string program, params string[] arguments)
    {
        string[] line = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static string? Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        string[] versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return versions.OrderByDescending(v => int.TryParse(Path.GetFileName(v), CultureInfo.InvariantCulture, out int number) ? number : 0)
            .Select(v => Path.Combine(v, "bin")).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb")) && File.Exists(Path.Combine(b, "postgres")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
