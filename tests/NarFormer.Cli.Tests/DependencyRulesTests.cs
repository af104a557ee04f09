using System.Text.RegularExpressions;
using System.Xml.Linq;
using NarFormer.Testing;

namespace NarFormer.Cli.Tests;

/// <summary>Holds the project files to the table of rooms in docs/design.md.</summary>
public sealed partial class DependencyRulesTests
{
    /// <summary>The page is not a project of .NET, but has tests of its own.</summary>
    private const string PageTests = "NarFormer.Page.Tests";

    [Fact]
    public void Projects_refer_to_what_the_design_allows_and_to_nothing_else()
    {
        var rooms = Rooms();
        Projects("src").Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(rooms.Keys.Order(StringComparer.Ordinal));
        foreach (var project in Projects("src"))
        {
            var (projects, packages) = rooms[project.Name];
            project.Projects.Except(projects).ShouldBeEmpty($"{project.Name} refers to projects that docs/design.md does not allow");
            project.Packages.Except(packages).ShouldBeEmpty($"{project.Name} refers to packages that docs/design.md does not allow");
        }
    }

    [Fact]
    public void Only_training_reaches_libtorch()
    {
        var all = Projects("src").Concat(Projects("tests")).Concat(Projects("bench")).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var reaching = all.Values.Where(p => ReachesTorch(p, all)).Select(p => p.Name);
        reaching.Where(name => !name.StartsWith("NarFormer.Training", StringComparison.Ordinal) && !name.EndsWith(".Bench", StringComparison.Ordinal)).ShouldBeEmpty();
        all.Values.Where(p => p.Packages.Contains("libtorch-cpu-linux-x64")).ShouldAllBe(p => p.Name != "NarFormer.Training");
    }

    [Fact]
    public void Every_project_has_a_test_project_of_its_name() =>
        Projects("tests").Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(Projects("src").Select(p => p.Name + ".Tests").Append(PageTests).Order(StringComparer.Ordinal));

    private static bool ReachesTorch(Project project, Dictionary<string, Project> all) =>
        project.Packages.Any(p => p.Contains("torch", StringComparison.OrdinalIgnoreCase)) || project.Projects.Any(p => ReachesTorch(all[p], all));

    private static List<Project> Projects(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(SharedData.Repository(), folder), "*.csproj", SearchOption.AllDirectories).Select(Read)];

    private static Project Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        return new Project(
            Path.GetFileNameWithoutExtension(path),
            [.. root.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))],
            [.. root.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)]);
    }

    private static Dictionary<string, (string[] Projects, string[] Packages)> Rooms()
    {
        var rooms = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(SharedData.Repository(), "docs", "design.md")))
        {
            var row = RoomRow().Match(line);
            if (!row.Success) continue;
            rooms[row.Groups["name"].Value] = ([.. Items(row.Groups["projects"].Value).Select(FullName)], [.. Items(row.Groups["packages"].Value).Select(PackageName)]);
        }

        return rooms;
    }

    private static string[] Items(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string FullName(string room) => room == "NarFormer" ? room : $"NarFormer.{room}";

    private static string PackageName(string name) => name == "libtorch" ? "libtorch-cpu-linux-x64" : name;

    [GeneratedRegex(@"^\| `(?<name>NarFormer[.\w]*)` \|[^|]*\|(?<projects>[^|]*)\|(?<packages>[^|]*)\|$")]
    private static partial Regex RoomRow();

    private sealed record Project(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);
}
