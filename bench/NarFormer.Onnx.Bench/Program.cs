using NarFormer.Onnx.Bench;

return args switch
{
    ["survey", .. var paths] when paths.Length > 0 => ReadingSurvey.Run(paths, Console.Out),
    ["time", .. var paths] when paths.Length > 0 => ReadingTime.Run(paths, Console.Out),
    ["large", var megabytes] when long.TryParse(megabytes, out long size) => LargeFile.Run(size, Console.Out),
    ["large", var megabytes, var path] when long.TryParse(megabytes, out long size) => LargeFile.Keep(size, path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        NarFormer.Onnx.Bench survey PATH…    a table of what is read of files and folders, and what is not, as Markdown
        NarFormer.Onnx.Bench time PATH…      milliseconds to read each file once the process is warm, as Markdown
        NarFormer.Onnx.Bench large MEGABYTES writes a model with that many megabytes of weights and reads it; with a file's name writes it there
        """);
    return 2;
}
