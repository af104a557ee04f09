import { useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { nameOf } from '../Figures/NetworkName.js';
import { count, duration, text, whole } from '../Figures/Quantity.js';
import { familyColumn } from '../Parts/FamilyColumn.js';
import { Show } from '../Parts/Show.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import { Tag } from '../Parts/Tag.js';
import { useSettled } from '../Parts/useSettled.js';
import { useClient } from '../Service/ClientContext.js';
import type { ListedNetwork } from '../Service/Types.js';
import { useKept } from '../Service/useKept.js';
import { useLoaded } from '../Service/useLoaded.js';

const pageSize = 50;

/** What the store knows, found by name. */
export function StoredNetworks() {
  const client = useClient();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const settled = useSettled(search.trim(), 200);
  const list = useKept(useLoaded(signal => client.networks(settled, page * pageSize, pageSize, signal), [settled, page]));
  return (
    <section class="stored" aria-labelledby="stored">
      <div class="heading">
        <h2 id="stored">Known networks</h2>
        <label class="search"><span class="unseen">Search known networks by name</span>
          <input type="search" placeholder="Search by name" value={search} onInput={event => { setSearch(event.currentTarget.value); setPage(0); }} />
        </label>
      </div>
      <Show of={list} what="Asking the store …">
        {({ total, networks }) => networks.length === 0
          ? <p class="empty">{settled === '' ? 'None yet. The first one that you drop is remembered here.' : `No name contains “${settled}”.`}</p>
          : (
            <>
              <SortableTable key={String(networks.some(network => network.family !== null))} caption="Known networks" columns={columnsOf(networks)} rows={networks} keyOf={network => network.hash} page={pageSize} />
              <Pages total={total} page={page} turn={setPage} />
            </>
          )}
      </Show>
    </section>
  );
}

const columnsOf = (networks: readonly ListedNetwork[]): readonly Column<ListedNetwork>[] => [
  { title: 'Name', value: nameOf, show: n => <a href={addressOf.network(n.hash)}>{nameOf(n)}</a> },
  ...familyColumn(networks),
  { title: 'Nodes', value: n => n.nodes, show: n => whole(n.nodes), minor: true },
  { title: 'MACs', value: n => n.macs, show: n => text(count(n.macs)) },
  { title: 'Parameters', value: n => n.params, show: n => text(count(n.params)), minor: true },
  { title: 'Latency', value: n => n.milliseconds ?? NaN, show: n => (n.milliseconds === null ? '–' : text(duration(n.milliseconds))) },
  { title: 'Source', value: n => n.source ?? '', show: n => n.source && <Tag kind={n.source}>{n.source}</Tag> },
];

function Pages({ total, page, turn }: { total: number; page: number; turn: (page: number) => void }) {
  if (total <= pageSize) return null;
  const first = page * pageSize + 1;
  const last = Math.min(total, first + pageSize - 1);
  return (
    <nav class="pages" aria-label="Pages of known networks">
      <button type="button" disabled={page === 0} onClick={() => turn(page - 1)}>Previous</button>
      <span>{whole(first)}–{whole(last)} of {whole(total)}</span>
      <button type="button" disabled={last === total} onClick={() => turn(page + 1)}>Next</button>
    </nav>
  );
}
