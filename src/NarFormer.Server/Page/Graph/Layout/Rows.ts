import type { Dag } from './Dag.js';
import { spacing } from './Spacing.js';

/** Moves boxes of a row to the right where boxes of different pieces would overlap. */
export function separateRows(dag: Dag, ranks: readonly number[], x: number[]): void {
  const rows: number[][] = [];
  ranks.forEach((rank, node) => (rows[rank] ??= []).push(node));
  for (const row of rows) {
    row?.sort((a, b) => x[a]! - x[b]!);
    row?.slice(1).forEach((node, i) => {
      const before = row[i]!;
      x[node] = Math.max(x[node]!, x[before]! + (dag.widths[before]! + dag.widths[node]!) / 2 + spacing.between / 2);
    });
  }
}
