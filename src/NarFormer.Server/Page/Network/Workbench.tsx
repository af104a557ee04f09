import { useMemo, useRef, useState } from 'preact/hooks';
import { colouringOf, type Measure } from '../Graph/Colouring.js';
import { GraphViewer } from '../Graph/GraphViewer.js';
import type { Graph, Network } from '../Service/Types.js';
import { NodeDetails } from './NodeDetails.js';
import { NodeTable } from './NodeTable.js';

/** The graph, the table of its nodes and the details of one of them, which follow each other. */
export function Workbench({ network, graph }: { network: Network; graph: Graph }) {
  const [selected, setSelected] = useState<number | null>(null);
  const [measure, setMeasure] = useState<Measure>('prediction');
  const colouring = useMemo(() => colouringOf(graph, measure), [graph, measure]);
  const details = useRef<HTMLDivElement>(null);
  const node = selected === null ? undefined : graph.nodes[selected];
  return (
    <div class="workbench">
      <GraphViewer network={network} graph={graph} colouring={colouring} onMeasure={setMeasure} selected={selected} onSelect={setSelected} onOpen={() => details.current?.focus()} />
      <div class="side">
        <div ref={details} tabIndex={-1} class="details-place">
          {node && <NodeDetails node={node} graph={graph} onSelect={setSelected} />}
        </div>
        <NodeTable graph={graph} colouring={colouring} selected={selected} onSelect={setSelected} />
      </div>
    </div>
  );
}
