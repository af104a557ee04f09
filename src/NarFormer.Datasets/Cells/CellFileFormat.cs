namespace NarFormer.Datasets.Cells;

/// <summary>The formats of files of cells.</summary>
public enum CellFileFormat
{
    /// <summary>
    /// A comma-separated table with a header: NAS-Bench-201 with a column <c>arch</c>, NAS-Bench-Macro with a column <c>code</c>,
    /// FBNet with a column <c>op_names</c>, or NAS-Bench-101 with the columns <c>upper_triangle_bits</c> and <c>ops</c>.
    /// </summary>
    Table,

    /// <summary>One cell a line, of any space: <c>{"id": "a", "ops": […], "edges": [[0, 1], …], "labels": {"accuracy": 0.93}}</c>.</summary>
    JsonLines,

    /// <summary>One object that holds a cell under each id, with <c>module_operations</c> and <c>module_adjacency</c>, as NAR-Former's scripts write it.</summary>
    JsonObject,

    /// <summary>The records of NAS-Bench-101 as published, for example <c>nasbench_only108.tfrecord</c>.</summary>
    TfRecord,
}
