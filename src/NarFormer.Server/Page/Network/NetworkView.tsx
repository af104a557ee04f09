import { nameOf } from '../Figures/NetworkName.js';
import { useClient } from '../Service/ClientContext.js';
import { Show } from '../Parts/Show.js';
import { useTitle } from '../Parts/useTitle.js';
import { useLoaded } from '../Service/useLoaded.js';
import { AdditionStatus } from '../Start/AdditionStatus.js';
import type { Network } from '../Service/Types.js';
import { CompareWith } from './CompareWith.js';
import { Figures } from './Figures.js';
import { NetworkHeading } from './NetworkHeading.js';
import { Readings } from './Readings.js';
import { SimilarNetworks } from './SimilarNetworks.js';
import { Warnings } from './Warnings.js';
import { Workbench } from './Workbench.js';

/** Everything that is known of one network. */
export function NetworkView({ hash }: { hash: string }) {
  const client = useClient();
  const network = useLoaded(signal => client.network(hash, signal), [hash]);
  return (
    <>
      <AdditionStatus />
      <Show of={network} what="Reading the network …">{value => <KnownNetwork network={value} />}</Show>
    </>
  );
}

function KnownNetwork({ network }: { network: Network }) {
  const client = useClient();
  const graph = useLoaded(signal => client.graph(network.hash, signal), [network.hash]);
  useTitle(`${nameOf(network)} – NarFormer`);
  return (
    <article class="network">
      <NetworkHeading network={network} />
      <div class="answers">
        <Readings answers={network.answers} />
        <Figures network={network} />
      </div>
      <Warnings network={network} />
      <Show of={graph} what="Reading the graph …">{value => <Workbench network={network} graph={value} />}</Show>
      <div class="beside">
        <SimilarNetworks hash={network.hash} />
        <CompareWith network={network} />
      </div>
    </article>
  );
}
