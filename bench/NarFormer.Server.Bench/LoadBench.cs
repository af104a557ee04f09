namespace NarFormer.Server.Bench;

/// <summary>Answers a second, and how long they take, from upload to answer.</summary>
internal static class LoadBench
{
    private static readonly TimeSpan TimeOfALoad = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string command, TextWriter output)
    {
        var networks = new DistinctNetworks();
        byte[] known = networks.Next();
        await using var service = await ServiceProcess.StartAsync(command);
        await output.WriteLineAsync($"network: {networks.Name}, {known.Length} bytes; {Environment.ProcessorCount} processors for the service and its clients");
        await new Clients(service.Address, 4).RunAsync((client, _) => Clients.UploadAsync(client, networks.Next()), WarmUp);
        await output.WriteLineAsync("| uploads | clients | answers a second | p50, ms | p99, ms | longest, ms | answers |");
        await output.WriteLineAsync("|---|---:|---:|---:|---:|---:|---|");
        foreach (int clients in (int[])[1, 16, 64])
        {
            var result = await new Clients(service.Address, clients).RunAsync((client, _) => Clients.UploadAsync(client, networks.Next()), TimeOfALoad);
            await output.WriteLineAsync(result.Row("each new", clients));
        }

        foreach (int clients in (int[])[1, 16, 64])
        {
            var result = await new Clients(service.Address, clients).RunAsync((client, _) => Clients.UploadAsync(client, known), TimeOfALoad);
            await output.WriteLineAsync(result.Row("one that is known", clients));
        }

        await output.WriteLineAsync($"memory of the service at the end: {service.Megabytes} MB");
    }
}
