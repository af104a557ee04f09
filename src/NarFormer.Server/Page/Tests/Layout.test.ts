import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dag, Laid } from '../Graph/Layout/Dag.js';
import { layOut } from '../Graph/Layout/Layout.js';
import { large } from './Networks.js';

type Edges = [number, number][];

const dagOf = (count: number, edges: Edges): Dag => ({ widths: Array.from({ length: count }, (_, i) => 60 + (i % 7) * 15), height: 40, edges });

/** Every edge leads down, no boxes overlap, every path begins and ends at its boxes. */
function assertReadable(dag: Dag, laid: Laid): void {
  const rows = new Map<number, { left: number; right: number }[]>();
  laid.x.forEach((x, node) => {
    assert.ok(Number.isFinite(x));
    const row = Math.round(laid.y[node]!);
    rows.set(row, [...(rows.get(row) ?? []), { left: x - dag.widths[node]! / 2, right: x + dag.widths[node]! / 2 }]);
  });
  for (const row of rows.values()) {
    row.sort((a, b) => a.left - b.left);
    row.slice(1).forEach((box, i) => assert.ok(box.left >= row[i]!.right - 0.001, 'boxes of a row overlap'));
  }

  dag.edges.forEach(([from, to], edge) => {
    assert.ok(laid.y[to]! > laid.y[from]!, 'an edge does not lead down');
    const path = laid.paths[edge]!;
    assert.equal(path[0], laid.x[from]);
    assert.equal(path[path.length - 2], laid.x[to]);
    for (let i = 0; i < path.length; i += 2) assert.ok(path[i]! >= 0 && path[i]! <= laid.width);
  });
}

const chain = (count: number): Edges => Array.from({ length: count - 1 }, (_, i) => [i, i + 1]);

test('Lays out nothing', () => assert.deepEqual(layOut(dagOf(0, [])).x, []));

test('Lays out single nodes', () => assertReadable(dagOf(3, []), layOut(dagOf(3, []))));

test('Keeps a deep chain straight', () => {
  const dag = dagOf(5000, chain(5000));
  const laid = layOut(dag);
  assertReadable(dag, laid);
  assert.equal(new Set(laid.x).size, 1);
});

test('Lays out blocks with a way around them, all alike', () => {
  const edges: Edges = [];
  for (let block = 0; block < 500; block++) {
    const first = block * 4;
    edges.push([first, first + 1], [first + 1, first + 2], [first + 2, first + 3], [first, first + 3], [first + 3, first + 4]);
  }

  const dag = { ...dagOf(2001, edges), widths: new Array<number>(2001).fill(80) };
  const laid = layOut(dag);
  assertReadable(dag, laid);
  assert.equal(laid.x[1997], laid.x[1]);
});

test('Runs the many long edges of dense blocks in lanes', () => {
  const edges: Edges = chain(300);
  for (let from = 0; from < 300; from += 3) for (let to = from + 9; to < 300; to += 3) edges.push([from, to]);
  const dag = dagOf(300, edges);
  assertReadable(dag, layOut(dag));
});

test('Lays out two deep towers that meet at the end', () => {
  const edges: Edges = [];
  for (let i = 0; i < 1000; i++) edges.push([2 * i, 2 * i + 2], [2 * i + 1, 2 * i + 3]);
  edges.push([2000, 2002], [2001, 2002]);
  const dag = dagOf(2003, edges);
  assertReadable(dag, layOut(dag));
});

test('Places a late input just above its reader', () => {
  const dag = dagOf(6, [...chain(5), [5, 4]]);
  const laid = layOut(dag);
  assertReadable(dag, laid);
  assert.equal(laid.y[5], laid.y[3]);
});

test('Lays out random graphs', () => {
  let state = 1;
  const next = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  for (let round = 0; round < 60; round++) {
    const count = 2 + next(160);
    const edges = new Map<string, [number, number]>();
    for (let i = 0; i < count * 2; i++) {
      const from = next(count - 1);
      const to = Math.min(count - 1, from + 1 + next(1 + next(count)));
      edges.set(`${from} ${to}`, [from, to]);
    }

    const dag = dagOf(count, [...edges.values()]);
    assertReadable(dag, layOut(dag));
  }
});

for (const [name, make] of Object.entries(large)) {
  test(`Lays out a large network: ${name}`, () => assertReadable(make(), layOut(make())));
}
