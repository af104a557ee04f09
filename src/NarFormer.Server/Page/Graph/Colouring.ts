import type { Graph } from '../Service/Types.js';

/** By what the nodes of a graph are coloured: the predicted value where a predictor tells its parts, or MACs. */
export type Measure = 'prediction' | 'macs';

/** What part of the whole each node has. */
export interface Colouring {
  readonly measure: Measure;
  /** What it is a part of, for example 'predicted time'. */
  readonly whole: string;
  readonly shares: readonly number[];
  readonly highest: number;
}

export function colouringOf(graph: Graph, measure: Measure): Colouring {
  const shares = measure === 'macs' ? sharesOf(graph.nodes.map(node => node.macs)) : graph.nodes.map(node => node.share);
  return { measure, whole: wholeOf(graph, measure), shares, highest: shares.reduce((highest, share) => Math.max(highest, share), 0) };
}

/** What the parts are of: without a predictor that tells them, an estimate from MACs and bytes. */
export const wholeOf = ({ explanation }: Graph, measure: Measure): string =>
  measure === 'macs' ? 'MACs' : explanation === null ? 'MACs and bytes' : explanation.unit === 'ms' ? 'predicted time' : 'prediction';

function sharesOf(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map(value => (total === 0 ? 0 : value / total));
}
