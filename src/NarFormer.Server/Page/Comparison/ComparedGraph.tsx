import { useState } from 'preact/hooks';
import { GraphViewer } from '../Graph/GraphViewer.js';
import { NodeDetails } from '../Network/NodeDetails.js';
import type { Graph, Network } from '../Service/Types.js';

/** One of two graphs, with the details of the chosen node below. */
export function ComparedGraph({ network, graph }: { network: Network; graph: Graph }) {
  const [selected, setSelected] = useState<number | null>(null);
  const node = selected === null ? undefined : graph.nodes[selected];
  return (
    <div class="compared-graph">
      <h2>{network.name}</h2>
      <GraphViewer network={network} graph={graph} selected={selected} onSelect={setSelected} />
      {node && <NodeDetails node={node} graph={graph} onSelect={setSelected} />}
    </div>
  );
}
