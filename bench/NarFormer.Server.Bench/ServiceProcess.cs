using System.Diagnostics;

namespace NarFormer.Server.Bench;

/// <summary><c>narformer serve</c> as a process of its own, on a free port, with an empty store.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const int BytesOfAMegabyte = 1 << 20;

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServiceProcess(Process process, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public bool IsRunning => !_process.HasExited;

    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / BytesOfAMegabyte;
        }
    }

    public static async Task<ServiceProcess> StartAsync(string command)
    {
        var folder = Directory.CreateTempSubdirectory("narformer-serve-");
        var process = Process.Start(new ProcessStartInfo(command, ["serve", "--urls", "http://127.0.0.1:0", "--store", Path.Combine(folder.FullName, "store.db")]) { UseShellExecute = false, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{command} did not start");
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{command} serve failed");
        return new ServiceProcess(process, folder, new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]));
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
