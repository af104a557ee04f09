using System.Text.Json.Nodes;
using NarFormer.Encoding.Cells;
using NarFormer.Testing;

namespace NarFormer.Encoding.Tests.Cells;

public sealed class CellReorderingTests
{
    private static readonly (int, int)[] NasBench201 = [(0, 1), (0, 2), (0, 4), (1, 3), (1, 5), (2, 6), (3, 6), (4, 7), (5, 7), (6, 7)];

    [Fact]
    public void Equals_the_published_twins()
    {
        var cells = JsonNode.Parse(File.ReadAllText(SharedData.Path("golden", "cells.json")))!.AsArray();
        foreach (var cell in cells)
        {
            int[] operations = [.. cell!["ops"]!.AsArray().Select(o => (int)o!)];
            var edges = cell["adjacency"] is JsonArray matrix ? Edges(matrix) : NasBench201;
            int[]? order = CellReordering.First(operations, edges);
            if (cell["aug_ops"] is not JsonArray twin)
            {
                order.ShouldBeNull();
                continue;
            }

            order!.Select(n => operations[n]).ShouldBe(twin.Select(o => (int)o!));
            CellReordering.Edges(order!, edges).Order().ShouldBe(Edges(cell["aug_adj"]!.AsArray()).Order());
        }
    }

    [Fact]
    public void A_drawn_order_leads_forward_and_holds_every_node()
    {
        var random = new Random(1);
        for (int i = 0; i < 50; i++)
        {
            int[] order = CellReordering.Draw(8, NasBench201, random);
            order.Order().ShouldBe(Enumerable.Range(0, 8));
            (order[0], order[^1]).ShouldBe((0, 7));
            CellReordering.Edges(order, NasBench201).ShouldAllBe(e => e.Source < e.Target);
        }
    }

    [Fact]
    public void A_chain_has_no_twin() => CellReordering.First([0, 1, 2, 3], [(0, 1), (1, 2), (2, 3)]).ShouldBeNull();

    private static (int, int)[] Edges(JsonArray matrix) =>
    [
        .. matrix.SelectMany((row, source) => row!.AsArray().Select((cell, target) => (Value: (int)cell!, source, target)))
            .Where(e => e.Value != 0).Select(e => (e.source, e.target)),
    ];
}
