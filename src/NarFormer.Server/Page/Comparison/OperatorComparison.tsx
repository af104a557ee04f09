import { useMemo } from 'preact/hooks';
import { nameOf } from '../Figures/NetworkName.js';
import { percent } from '../Figures/Quantity.js';
import { wholeOf } from '../Graph/Colouring.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import type { Graph, Network } from '../Service/Types.js';
import type { Pair } from './CompareView.js';
import { operatorUses, type OperatorUse } from './OperatorUse.js';

/** Operators by how much both networks differ in them. */
export function OperatorComparison({ networks: [left, right], graphs }: { networks: Pair<Network>; graphs: Pair<Graph> }) {
  const uses = useMemo(() => operatorUses(graphs), [graphs]);
  const highest = Math.max(...uses.flatMap(use => use.shares));
  const columns: readonly Column<OperatorUse>[] = [
    { title: 'Operator', value: use => use.operator },
    { title: 'Nodes left', hint: `Count in ${nameOf(left)}`, value: use => use.counts[0] },
    { title: 'Nodes right', hint: `Count in ${nameOf(right)}`, value: use => use.counts[1] },
    { title: 'Difference', hint: 'Nodes that the right network has more', value: use => use.counts[1] - use.counts[0], show: use => signed(use.counts[1] - use.counts[0]) },
    { title: 'Cost left', hint: `Share of the ${wholeOf(graphs[0], 'prediction')} of ${nameOf(left)}`, value: use => use.shares[0], show: use => <Share share={use.shares[0]} highest={highest} /> },
    { title: 'Cost right', hint: `Share of the ${wholeOf(graphs[1], 'prediction')} of ${nameOf(right)}`, value: use => use.shares[1], show: use => <Share share={use.shares[1]} highest={highest} /> },
  ];
  return (
    <section aria-labelledby="operators">
      <h2 id="operators">Operators</h2>
      <p class="note">Left is {nameOf(left)}, right is {nameOf(right)}.</p>
      <SortableTable caption={`Operators of ${nameOf(left)} and ${nameOf(right)}`} columns={columns} rows={uses} keyOf={use => use.operator} sorting={{ column: 4, descending: true }} />
    </section>
  );
}

const signed = (value: number): string => (value === 0 ? '0' : value > 0 ? `+${value}` : `−${-value}`);

const Share = ({ share, highest }: { share: number; highest: number }) => (
  <span class="share-bar">
    <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none"><rect width={highest === 0 ? 0 : (100 * share) / highest} height="6" /></svg>
    {percent(share)}
  </span>
);
