import type { Dag } from './Dag.js';

/** The row of each node: the longest path from a source; nodes without inputs stand just above their first reader. */
export function ranksOf(dag: Dag): number[] {
  const count = dag.widths.length;
  const readers: number[][] = Array.from({ length: count }, () => []);
  const open = new Array<number>(count).fill(0);
  for (const [from, to] of dag.edges) {
    readers[from]!.push(to);
    open[to]!++;
  }

  const isSource = open.map(inputs => inputs === 0);
  const ranks = new Array<number>(count).fill(0);
  const ready = isSource.flatMap((source, node) => (source ? [node] : []));
  for (let i = 0; i < ready.length; i++) {
    const node = ready[i]!;
    for (const reader of readers[node]!) {
      ranks[reader] = Math.max(ranks[reader]!, ranks[node]! + 1);
      if (--open[reader]! === 0) ready.push(reader);
    }
  }

  for (let node = 0; node < count; node++) {
    if (!isSource[node] || readers[node]!.length === 0) continue;
    ranks[node] = Math.max(0, Math.min(...readers[node]!.map(reader => ranks[reader]!)) - 1);
  }

  return ranks;
}
