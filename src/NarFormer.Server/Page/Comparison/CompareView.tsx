import { useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { nameOf } from '../Figures/NetworkName.js';
import type { Measure } from '../Graph/Colouring.js';
import { Show } from '../Parts/Show.js';
import { useTitle } from '../Parts/useTitle.js';
import { useClient } from '../Service/ClientContext.js';
import type { Graph, Network } from '../Service/Types.js';
import { useLoaded } from '../Service/useLoaded.js';
import { AdditionStatus } from '../Start/AdditionStatus.js';
import { CopyAddress } from '../Network/CopyAddress.js';
import { FigureComparison } from './FigureComparison.js';
import { LatencyComparison } from './LatencyComparison.js';
import { OperatorComparison } from './OperatorComparison.js';
import { ComparedGraph } from './ComparedGraph.js';

/** Two networks side by side. */
export function CompareView({ left, right }: { left: string; right: string }) {
  const client = useClient();
  const both = useLoaded(async signal => {
    const [networks, graphs] = await Promise.all([
      Promise.all([client.network(left, signal), client.network(right, signal)]),
      Promise.all([client.graph(left, signal), client.graph(right, signal)]),
    ]);
    return { networks, graphs };
  }, [left, right]);
  return (
    <>
      <AdditionStatus />
      <Show of={both} what="Reading both networks …">{({ networks, graphs }) => <Comparison networks={networks} graphs={graphs} />}</Show>
    </>
  );
}

export type Pair<T> = readonly [left: T, right: T];

function Comparison({ networks, graphs }: { networks: Pair<Network>; graphs: Pair<Graph> }) {
  const [left, right] = networks;
  const [measure, setMeasure] = useState<Measure>('prediction');
  useTitle(`${nameOf(left)} and ${nameOf(right)} – NarFormer`);
  return (
    <article class="comparison">
      <header class="network-heading">
        <h1><a href={addressOf.network(left.hash)}>{nameOf(left)}</a> <span class="against">and</span> <a href={addressOf.network(right.hash)}>{nameOf(right)}</a></h1>
        <div class="share"><a class="button" href={addressOf.compare(right.hash, left.hash)}>Swap</a><CopyAddress /></div>
      </header>
      <LatencyComparison networks={networks} />
      <div class="tables">
        <FigureComparison networks={networks} />
        <OperatorComparison networks={networks} graphs={graphs} />
      </div>
      <div class="graphs">
        <ComparedGraph network={left} graph={graphs[0]} measure={measure} onMeasure={setMeasure} />
        <ComparedGraph network={right} graph={graphs[1]} measure={measure} onMeasure={setMeasure} />
      </div>
    </article>
  );
}
