using System.Text;

namespace NarFormer.Training.Studies;

/// <summary>Markdown in the making.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public void Line(string line = "") => _text.Append(line).Append('\n');

    /// <summary>The heading of a table: names to the left, numbers to the right.</summary>
    public void Head(IReadOnlyList<string> cells)
    {
        Row(cells);
        Row(["---", .. Enumerable.Repeat("---:", cells.Count - 1)]);
    }

    public void Row(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();
}
