import type { Dag, Laid } from './Dag.js';
import { lanePaths } from './Lanes.js';
import { PieceLayout } from './PieceLayout.js';
import { cut, type Piece } from './Pieces.js';
import { ranksOf } from './Ranks.js';
import { separateRows } from './Rows.js';
import { spacing } from './Spacing.js';

/** Lays a graph out from top to bottom: pieces one below the other, each aligned with the nodes it shares with those above. */
export function layOut(dag: Dag): Laid {
  const ranks = ranksOf(dag);
  const { pieces, lanes } = cut(ranks, dag.edges);
  const step = dag.height + spacing.ranks;
  const y = ranks.map(rank => rank * step + dag.height / 2);
  const x = new Array<number>(dag.widths.length).fill(NaN);
  const bends: (readonly number[])[] = dag.edges.map(() => []);
  const layout = new PieceLayout();
  for (const piece of pieces) place(piece, dag, ranks, layout, x, bends);
  separateRows(dag, ranks, x);

  const inLanes = lanePaths(dag, lanes, x, y);
  const paths = dag.edges.map(([from, to], edge) => inLanes.get(edge) ?? [
    x[from]!, y[from]! + dag.height / 2,
    ...bends[edge]!.flatMap((at, i) => [at, (ranks[from]! + i + 1) * step + dag.height / 2]),
    x[to]!, y[to]! - dag.height / 2,
  ]);
  return framed(dag, x, y, paths);
}

function place(piece: Piece, dag: Dag, ranks: readonly number[], layout: PieceLayout, x: number[], bends: (readonly number[])[]): void {
  const top = ranks[piece.nodes[0]!]!;
  const local = new Map(piece.nodes.map((node, i) => [node, i]));
  const laid = layout.of({
    widths: piece.nodes.map(node => dag.widths[node]!),
    ranks: piece.nodes.map(node => ranks[node]! - top),
    edges: piece.edges.map(edge => [local.get(dag.edges[edge]![0])!, local.get(dag.edges[edge]![1])!]),
  });

  const shared = piece.nodes.flatMap((node, i) => (Number.isNaN(x[node]!) ? [] : [x[node]! - laid.x[i]!]));
  const shift = shared.length === 0 ? 0 : shared.reduce((sum, difference) => sum + difference, 0) / shared.length;
  piece.nodes.forEach((node, i) => {
    if (Number.isNaN(x[node]!)) x[node] = laid.x[i]! + shift;
  });

  piece.edges.forEach((edge, i) => {
    bends[edge] = laid.bends[i]!.map(at => at + shift);
  });

  // The column stays straight: a node that ends the piece alone stands below the one that began it.
  const first = piece.nodes[0]!;
  const last = piece.nodes[piece.nodes.length - 1]!;
  const alone = (node: number): boolean => piece.nodes.every(other => other === node || ranks[other] !== ranks[node]);
  if (first !== last && alone(first) && alone(last)) x[last] = x[first]!;
}

function framed(dag: Dag, x: readonly number[], y: readonly number[], paths: readonly number[][]): Laid {
  let left = Infinity;
  let right = -Infinity;
  let bottom = 0;
  x.forEach((centre, node) => {
    left = Math.min(left, centre - dag.widths[node]! / 2);
    right = Math.max(right, centre + dag.widths[node]! / 2);
    bottom = Math.max(bottom, y[node]! + dag.height / 2);
  });
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      left = Math.min(left, path[i]!);
      right = Math.max(right, path[i]!);
    }
  }

  if (x.length === 0) return { x, y, paths, width: 0, height: 0 };
  const dx = spacing.margin - left;
  const dy = spacing.margin;
  return {
    x: x.map(centre => centre + dx),
    y: y.map(centre => centre + dy),
    paths: paths.map(path => path.map((value, i) => value + (i % 2 === 0 ? dx : dy))),
    width: right - left + 2 * spacing.margin,
    height: bottom + 2 * spacing.margin,
  };
}
