using System.Runtime.CompilerServices;
using NarFormer.Training.Native;

namespace NarFormer.Training.Cli.Tests;

internal static class TorchProcessSetup
{
    [ModuleInitializer]
    public static void Configure() => TorchProcess.Configure();
}
