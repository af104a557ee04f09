using NarFormer.Bench;

switch (args)
{
    case ["encoding"]:
        EncodingBench.Run(Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: NarFormer.Bench encoding");
        return 2;
}
