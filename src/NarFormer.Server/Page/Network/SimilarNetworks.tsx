import { addressOf } from '../Addresses/Address.js';
import { quantityIn } from '../Figures/AnswerQuantity.js';
import { nameOf } from '../Figures/NetworkName.js';
import { text } from '../Figures/Quantity.js';
import { familyColumn } from '../Parts/FamilyColumn.js';
import { Show } from '../Parts/Show.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import { Tag } from '../Parts/Tag.js';
import { useClient } from '../Service/ClientContext.js';
import { significant } from '../Figures/Significant.js';
import type { SimilarNetwork } from '../Service/Types.js';
import { useLoaded } from '../Service/useLoaded.js';

/** Networks of the store that the predictor sees as alike. */
export function SimilarNetworks({ hash }: { hash: string }) {
  const client = useClient();
  const similar = useLoaded(signal => client.similar(hash, signal), [hash]);
  const columns = (networks: readonly SimilarNetwork[]): readonly Column<SimilarNetwork>[] => [
    { title: 'Name', value: nameOf, show: n => <a href={addressOf.network(n.hash)}>{nameOf(n)}</a> },
    ...familyColumn(networks),
    { title: 'Distance', hint: 'Between the vectors that the predictor makes of both', value: n => n.distance, show: n => significant(n.distance) },
    { title: 'Latency', value: n => n.answers[0]?.value ?? NaN, show: n => (n.answers[0] ? text(quantityIn(n.answers[0], n.answers[0].value)) : '–') },
    { title: 'Source', value: n => n.answers[0]?.source ?? '', show: n => n.answers[0] && <Tag kind={n.answers[0].source}>{n.answers[0].source}</Tag> },
    { title: 'Compare', value: nameOf, show: n => <a href={addressOf.compare(hash, n.hash)} aria-label={`Compare with ${nameOf(n)}`}>Compare</a> },
  ];
  return (
    <section class="similar" aria-labelledby="similar">
      <h2 id="similar">Nearest known networks</h2>
      <Show of={similar} what="Looking for similar networks …">
        {networks => networks.length === 0
          ? <p class="empty">The store knows no other network yet.</p>
          : <SortableTable caption="Nearest known networks" columns={columns(networks)} rows={networks} keyOf={network => network.hash} />}
      </Show>
    </section>
  );
}
