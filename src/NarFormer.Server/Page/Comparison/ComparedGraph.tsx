import { useMemo, useState } from 'preact/hooks';
import { nameOf } from '../Figures/NetworkName.js';
import { colouringOf, type Measure } from '../Graph/Colouring.js';
import { GraphViewer } from '../Graph/GraphViewer.js';
import { NodeDetails } from '../Network/NodeDetails.js';
import type { Graph, Network } from '../Service/Types.js';

interface Properties {
  readonly network: Network;
  readonly graph: Graph;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

/** One of two graphs, with the details of the chosen node below. */
export function ComparedGraph({ network, graph, measure, onMeasure }: Properties) {
  const colouring = useMemo(() => colouringOf(graph, measure), [graph, measure]);
  const [selected, setSelected] = useState<number | null>(null);
  const node = selected === null ? undefined : graph.nodes[selected];
  return (
    <div class="compared-graph">
      <h2>{nameOf(network)}</h2>
      <GraphViewer network={network} graph={graph} colouring={colouring} onMeasure={onMeasure} selected={selected} onSelect={setSelected} />
      {node && <NodeDetails node={node} graph={graph} onSelect={setSelected} />}
    </div>
  );
}
