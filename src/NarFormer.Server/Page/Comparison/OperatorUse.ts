import type { Graph } from '../Service/Types.js';
import type { Pair } from './CompareView.js';

/** How often both networks use an operator, and what part of their cost it makes. */
export interface OperatorUse {
  readonly operator: string;
  readonly counts: Pair<number>;
  readonly shares: Pair<number>;
}

export function operatorUses([left, right]: Pair<Graph>): OperatorUse[] {
  const totals = [totalsOf(left), totalsOf(right)] as const;
  const operators = [...new Set(totals.flatMap(total => [...total.keys()]))];
  const none = { count: 0, share: 0 };
  return operators.map(operator => {
    const uses = totals.map(total => total.get(operator) ?? none);
    return { operator, counts: [uses[0]!.count, uses[1]!.count], shares: [uses[0]!.share, uses[1]!.share] };
  });
}

function totalsOf(graph: Graph): Map<string, { count: number; share: number }> {
  const totals = new Map<string, { count: number; share: number }>();
  for (const node of graph.nodes) {
    const total = totals.get(node.operator) ?? { count: 0, share: 0 };
    total.count++;
    total.share += node.share;
    totals.set(node.operator, total);
  }

  return totals;
}
