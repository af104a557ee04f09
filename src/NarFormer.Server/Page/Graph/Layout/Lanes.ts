import type { Dag } from './Dag.js';
import { spacing } from './Spacing.js';

/** Runs long edges down the right of the column. Edges that leave the same node share one lane. */
export function lanePaths(dag: Dag, lanes: readonly number[], x: readonly number[], y: readonly number[]): Map<number, number[]> {
  const step = dag.height + spacing.ranks;
  const rowOf = (at: number): number => Math.round(at / step);
  const right: number[] = [];
  x.forEach((centre, node) => {
    const row = rowOf(y[node]!);
    right[row] = Math.max(right[row] ?? 0, centre + dag.widths[node]! / 2);
  });

  const bySource = new Map<number, number[]>();
  for (const edge of lanes) {
    const from = dag.edges[edge]![0];
    bySource.set(from, [...(bySource.get(from) ?? []), edge]);
  }

  const end = (edges: readonly number[]): number => Math.max(...edges.map(edge => rowOf(y[dag.edges[edge]![1]]!)));
  const groups = [...bySource].map(([from, edges]) => ({ from, edges, first: rowOf(y[from]!), last: end(edges) }));
  groups.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first);

  const paths = new Map<number, number[]>();
  for (const { from, edges, first, last } of groups) {
    let lane = 0;
    for (let row = first; row <= last; row++) lane = Math.max(lane, right[row] ?? 0);
    lane += 2 * spacing.lane;
    for (let row = first; row <= last; row++) right[row] = lane - spacing.lane;
    for (const edge of edges) {
      const to = dag.edges[edge]![1];
      const leave = y[from]! + dag.height / 2;
      const arrive = y[to]! - dag.height / 2;
      const bend = spacing.ranks / 2;
      paths.set(edge, [x[from]!, leave, lane, leave + bend, lane, arrive - bend, x[to]!, arrive]);
    }
  }

  return paths;
}
