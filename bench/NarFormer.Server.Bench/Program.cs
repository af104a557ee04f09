using NarFormer.Server.Bench;

switch (args)
{
    case ["load", var command]:
        await LoadBench.RunAsync(command, Console.Out);
        return 0;
    case ["soak", var command, var minutes] when double.TryParse(minutes, System.Globalization.CultureInfo.InvariantCulture, out double length):
        return await SoakBench.RunAsync(command, TimeSpan.FromMinutes(length), Console.Out) ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync("""
            NarFormer.Server.Bench load NARFORMER           uploads networks of 100 nodes from 1, 16 and 64 clients to a service of its own; NARFORMER is the built command
            NarFormer.Server.Bench soak NARFORMER MINUTES   uploads good and bad files from 16 clients and shows the service's memory every 10 s
            """);
        return 2;
}
