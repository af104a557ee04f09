import { useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { nameOf } from '../Figures/NetworkName.js';
import { count, text } from '../Figures/Quantity.js';
import { useSettled } from '../Parts/useSettled.js';
import { useClient } from '../Service/ClientContext.js';
import type { Network } from '../Service/Types.js';
import { useKept } from '../Service/useKept.js';
import { useLoaded } from '../Service/useLoaded.js';
import { ChooseFile } from '../Start/ChooseFile.js';

/** Ways to put another network beside this one. */
export function CompareWith({ network }: { network: Network }) {
  const client = useClient();
  const [search, setSearch] = useState('');
  const settled = useSettled(search.trim(), 200);
  const list = useKept(useLoaded(signal => client.networks(settled, 0, 8, signal), [settled]));
  const others = list.state === 'ready' ? list.value.networks.filter(other => other.hash !== network.hash) : [];
  return (
    <section class="compare-with" aria-labelledby="compare-with">
      <h2 id="compare-with">Compare with another</h2>
      <div class="ways">
        <ChooseFile title="Choose a second file" beside={network.hash} />
        <label class="search"><span class="unseen">Find a known network to compare with</span>
          <input type="search" placeholder="or find a known one" value={search} onInput={event => setSearch(event.currentTarget.value)} />
        </label>
      </div>
      <ul class="candidates">
        {others.map(other => <li key={other.hash}><a href={addressOf.compare(network.hash, other.hash)}>{nameOf(other)}</a> <span>{text(count(other.macs))} MACs</span></li>)}
      </ul>
    </section>
  );
}
