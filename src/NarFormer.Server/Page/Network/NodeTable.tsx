import { quantityIn } from '../Figures/AnswerQuantity.js';
import { bytes, count, percent, text } from '../Figures/Quantity.js';
import type { Colouring } from '../Graph/Colouring.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import type { Graph, GraphNode } from '../Service/Types.js';

interface Properties {
  readonly graph: Graph;
  readonly colouring: Colouring;
  readonly selected: number | null;
  readonly onSelect: (node: number) => void;
}

/** All nodes, the most expensive first. Choosing one shows it in the graph. */
export function NodeTable({ graph, colouring, selected, onSelect }: Properties) {
  const { explanation } = graph;
  const macs: Column<GraphNode> = { title: 'MACs', value: n => n.macs, show: n => text(count(n.macs)) };
  const columns: readonly Column<GraphNode>[] = [
    { title: 'Node', value: n => n.name || n.operator, show: n => <NodeButton node={n} onSelect={onSelect} /> },
    { title: 'Share', hint: `Share of the ${colouring.whole}`, value: n => colouring.shares[n.id]!, show: n => <ShareBar share={colouring.shares[n.id]!} highest={colouring.highest} /> },
    ...(explanation === null
      ? [macs, { title: 'Bytes', hint: 'Bytes moved', value: n => n.bytes, show: n => text(bytes(n.bytes)) }] satisfies Column<GraphNode>[]
      : [{ title: 'Predicted', hint: `Part of what ${explanation.predictor} predicts`, value: n => n.predicted ?? 0, show: n => text(quantityIn(explanation, n.predicted ?? 0)) }, macs] satisfies Column<GraphNode>[]),
  ];
  return (
    <section class="node-table" aria-labelledby="nodes">
      <h2 id="nodes">Most expensive nodes</h2>
      <SortableTable key={colouring.measure} caption="Nodes with their cost" columns={columns} rows={graph.nodes} keyOf={node => node.id} sorting={{ column: 1, descending: true }} current={node => node.id === selected} />
    </section>
  );
}

const NodeButton = ({ node, onSelect }: { node: GraphNode; onSelect: (node: number) => void }) => (
  <button type="button" class="node-button" onClick={() => onSelect(node.id)}>
    <span class="operator">{node.operator}</span> <span class="name">{node.name}</span>
  </button>
);

const ShareBar = ({ share, highest }: { share: number; highest: number }) => (
  <span class="share-bar">
    <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none"><rect width={highest === 0 ? 0 : (100 * share) / highest} height="6" /></svg>
    {percent(share)}
  </span>
);
