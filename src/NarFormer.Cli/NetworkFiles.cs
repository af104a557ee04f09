using System.CommandLine;
using Microsoft.Extensions.FileSystemGlobbing;

namespace NarFormer.Cli;

/// <summary>The network files that paths on a command line stand for.</summary>
/// <param name="Files">The files, each once, in the order of the paths; those of one folder or pattern by name.</param>
/// <param name="Problems">What is wrong with paths that stand for no file.</param>
internal sealed record NetworkFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Problems)
{
    private const string Extension = ".onnx";

    private static readonly EnumerationOptions WholeTree = new() { RecurseSubdirectories = true };

    /// <summary>The argument by which a verb takes networks; what looks like an option is not a path.</summary>
    /// <param name="required">Whether there has to be one.</param>
    public static Argument<string[]> Argument(bool required = true)
    {
        var argument = new Argument<string[]>("path")
        {
            Description = "ONNX files, folders with such files, or patterns such as 'models/**/*.onnx'.",
            Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
        };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.StartsWith('-') && !File.Exists(token.Value)) result.AddError($"unknown option '{token.Value}'");
            }
        });
        return argument;
    }

    /// <summary>
    /// Finds the files of <paramref name="paths"/>: a file stands for itself, a folder for every <c>.onnx</c> file below it,
    /// and a pattern (<c>*</c>, <c>**</c> for folders) for every file that matches.
    /// </summary>
    public static NetworkFiles Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        var problems = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            var found = Candidates(path, out string? problem);
            files.AddRange(found.Where(file => seen.Add(Path.GetFullPath(file))));
            if (problem is not null) problems.Add($"{path}: {problem}");
        }

        return new NetworkFiles(files, problems);
    }

    private static IReadOnlyList<string> Candidates(string path, out string? problem)
    {
        problem = null;
        if (File.Exists(path)) return [path];
        if (Directory.Exists(path))
        {
            string[] inside = [.. Directory.EnumerateFiles(path, "*" + Extension, WholeTree).Order(StringComparer.Ordinal)];
            if (inside.Length == 0) problem = $"no {Extension} file in this folder";
            return inside;
        }

        int wildcard = path.IndexOf('*', StringComparison.Ordinal);
        if (wildcard < 0)
        {
            problem = "no such file or folder";
            return [];
        }

        var matches = Matches(path, wildcard);
        if (matches.Count == 0) problem = "no file matches this pattern";
        return matches;
    }

    private static List<string> Matches(string pattern, int wildcard)
    {
        int cut = pattern.LastIndexOf('/', wildcard) + 1;
        string root = pattern[..cut];
        string folder = root.Length == 0 ? "." : root;
        if (!Directory.Exists(folder)) return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[cut..]);
        return [.. matcher.GetResultsInFullPath(folder).Order(StringComparer.Ordinal).Select(full => root + Path.GetRelativePath(folder, full))];
    }
}
