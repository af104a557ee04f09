using NarFormer.Training.Cli;
using NarFormer.Training.Native;

TorchProcess.Configure();
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};
return await CommandTree.RunAsync(args, new VerbContext(Console.Out, Console.Error, TimeProvider.System), cancellation.Token);
