using NarFormer.Bench;
using NarFormer.Bench.Runtime;
using NarFormer.Bench.TrainingStep;

switch (args)
{
    case ["encoding"]:
        EncodingBench.Run(Console.Out);
        return 0;
    case ["training-step", .. var options]:
        return TrainingStepBench.Run(options, Console.Out, Console.Error);
    case ["runtime"]:
        RuntimeBench.Run(Console.Out);
        return 0;
    case ["predict-many", var command]:
        PredictManyBench.Run(command, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: NarFormer.Bench encoding | training-step [rounds] | runtime | predict-many NARFORMER (the built command)");
        return 2;
}
