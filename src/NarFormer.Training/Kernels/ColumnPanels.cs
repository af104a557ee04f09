using System.Runtime.Intrinsics;

namespace NarFormer.Training.Kernels;

/// <summary>
/// A right matrix copied into panels, each a tile wide and 256 deep, one after another as a product reads them. Made once, it
/// serves any number of rows.
/// </summary>
internal sealed unsafe class ColumnPanels : IDisposable
{
    /// <summary>The depth of a panel, which fits the first cache.</summary>
    public const int BlockDepth = 256;

    private readonly Matrix _panels;

    private ColumnPanels(int depth, int columns)
    {
        Depth = depth;
        Columns = columns;
        _panels = new Matrix(Blocks(columns, ProductTile.Columns) * Blocks(depth, BlockDepth), BlockDepth * ProductTile.Columns);
    }

    /// <summary>Rows of the matrix.</summary>
    public int Depth { get; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; }

    private int Count => _panels.Rows;

    private int PanelsInRow => Blocks(Columns, ProductTile.Columns);

    /// <summary>Copies <paramref name="matrix"/>, <c>[depth, columns]</c>, row-major or the transpose of a row-major one.</summary>
    public static ColumnPanels Of(in MatrixView matrix, int depth, int columns)
    {
        var panels = new ColumnPanels(depth, columns);
        for (int i = 0; i < panels.Count; i++) panels.Fill(i, matrix);
        return panels;
    }

    /// <summary>Copies <paramref name="matrix"/> as <see cref="Of"/> does; every worker takes a part.</summary>
    public static ColumnPanels OnAllWorkers(MatrixView matrix, int depth, int columns)
    {
        var panels = new ColumnPanels(depth, columns);
        Workers.RunRows(panels.Count, i => panels.Fill(i, matrix));
        return panels;
    }

    /// <summary>The panel whose first element is that of row <paramref name="k"/> and column <paramref name="j"/>.</summary>
    public float* At(int k, int j) => _panels.At((k / BlockDepth * PanelsInRow) + (j / ProductTile.Columns));

    /// <inheritdoc/>
    public void Dispose() => _panels.Dispose();

    private void Fill(int panel, in MatrixView matrix)
    {
        int k = panel / PanelsInRow * BlockDepth, j = panel % PanelsInRow * ProductTile.Columns;
        CopyColumns(matrix.From(k, j), _panels.At(panel), Math.Min(ProductTile.Columns, Columns - j), Math.Min(BlockDepth, Depth - k));
    }

    private static int Blocks(int count, int size) => (count + size - 1) / size;

    /// <summary>[depth, columns] → [depth, 32].</summary>
    private static void CopyColumns(in MatrixView b, float* copy, int columns, int depth)
    {
        if (b.ColumnStride != 1)
        {
            for (int k = 0; k < depth; k += Lanes.Count)
            {
                for (int j = 0; j < ProductTile.Columns; j += Lanes.Count)
                    Transposition.Write(b.From(k, j).Pointer, b.ColumnStride, columns - j, depth - k, copy + (k * ProductTile.Columns) + j, ProductTile.Columns);
            }

            return;
        }

        for (int k = 0; k < depth; k++)
        {
            float* from = b.Pointer + (k * b.RowStride);
            Lanes.Load(from, columns).Store(copy);
            Lanes.Load(from + Lanes.Count, columns - Lanes.Count).Store(copy + Lanes.Count);
            copy += ProductTile.Columns;
        }
    }
}
