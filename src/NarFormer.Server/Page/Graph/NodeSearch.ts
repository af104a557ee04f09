import type { Graph } from '../Service/Types.js';

/** The nodes whose operator or name contains the text, in order; null without a text. An operator's whole name finds only it. */
export function search(graph: Graph, text: string): number[] | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const isOperator = graph.nodes.some(node => node.operator.toLowerCase() === wanted);
  return graph.nodes.flatMap((node, i) => {
    const operator = node.operator.toLowerCase();
    const matches = isOperator ? operator === wanted : operator.includes(wanted) || node.name.toLowerCase().includes(wanted);
    return matches ? [i] : [];
  });
}
