import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameOf } from '../Figures/NetworkName.js';
import { percent } from '../Figures/Quantity.js';
import { Waiting } from '../Parts/Waiting.js';
import type { Graph, Network } from '../Service/Types.js';
import type { Camera } from './Camera.js';
import type { Colouring, Measure } from './Colouring.js';
import { diagramOf, type Diagram } from './Diagram.js';
import { GraphCanvas } from './GraphCanvas.js';
import { Legend } from './Legend.js';
import { MeasureChoice } from './MeasureChoice.js';
import { search } from './NodeSearch.js';
import { OperatorChips } from './OperatorChips.js';
import { SearchField } from './SearchField.js';
import { useLayout } from './useLayout.js';

interface Properties {
  readonly network: Network;
  readonly graph: Graph;
  readonly colouring: Colouring;
  readonly onMeasure: (measure: Measure) => void;
  readonly selected: number | null;
  readonly onSelect: (node: number | null) => void;
  readonly onOpen?: () => void;
}

/** The graph of a network with its tools. */
export function GraphViewer({ network, graph, colouring, onMeasure, selected, onSelect, onOpen }: Properties) {
  const diagram = useMemo(() => diagramOf(network, graph), [network, graph]);
  const laidOut = useLayout(diagram);
  const scene = laidOut === 'failed' ? null : laidOut;
  const camera = useRef<Camera | null>(null);
  const chosen = useRef<number | null>(null);
  const [box, setBox] = useState<number | null>(selected);
  const [text, setText] = useState('');
  const matches = useMemo(() => search(graph, text), [graph, text]);
  const found = useMemo(() => (matches === null ? null : new Set(matches)), [matches]);

  // A node that was chosen elsewhere is brought into view; one that was clicked here is there already.
  useEffect(() => {
    if (selected === chosen.current) return;
    setBox(selected);
    if (scene === null) return;
    chosen.current = selected;
    if (selected !== null) camera.current?.show(scene.regionOf(selected));
  }, [selected, scene]);

  const choose = (chosenBox: number | null): void => {
    const node = chosenBox !== null && diagram.boxes[chosenBox]!.kind === 'node' ? chosenBox : null;
    chosen.current = node;
    setBox(chosenBox);
    onSelect(node);
  };
  const jump = (node: number): void => {
    choose(node);
    if (scene !== null) camera.current?.show(scene.regionOf(node));
  };

  return (
    <section class="graph" aria-label={`Graph of ${nameOf(network)}`}>
      <div class="graph-tools">
        <SearchField network={nameOf(network)} text={text} onText={setText} matches={matches} current={selected} onJump={jump} />
        <MeasureChoice graph={graph} measure={colouring.measure} onMeasure={onMeasure} />
        <div class="joined" role="group" aria-label="Zoom">
          <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => camera.current?.enlarge(0.8)}>−</button>
          <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => camera.current?.enlarge(1.25)}>+</button>
          <button type="button" title="The whole network (0)" onClick={() => camera.current?.fit()}>Fit</button>
          <button type="button" title="The whole width, from the top (w)" onClick={() => camera.current?.fitWidth()}>Width</button>
        </div>
      </div>
      <OperatorChips operators={network.operators} text={text} onText={setText} />
      {scene === null
        ? <div class="graph-canvas"><Waiting what={laidOut === 'failed' ? 'This graph could not be laid out. The table holds its nodes.' : `Laying out ${graph.nodes.length} nodes …`} /></div>
        : <GraphCanvas scene={scene} colouring={colouring} label={labelOf(network, diagram)} selected={box} found={found} onSelect={choose} onOpen={() => onOpen?.()} cameraReady={ready => { camera.current = ready; }} />}
      <Legend colouring={colouring} />
      <p class="unseen" role="status">{spoken(diagram, colouring, box)}</p>
    </section>
  );
}

const labelOf = (network: Network, diagram: Diagram): string =>
  `Graph of ${nameOf(network)}: ${diagram.boxes.length} boxes from top to bottom. Arrow keys walk along it, Enter opens a node's details. The table of nodes holds the same.`;

function spoken(diagram: Diagram, { shares, whole }: Colouring, box: number | null): string {
  const shown = box === null ? undefined : diagram.boxes[box];
  if (shown === undefined) return '';
  return shown.kind === 'node' ? `${shown.title}, ${shown.subtitle}, ${percent(shares[shown.node]!)} of the ${whole}` : `${shown.kind} ${shown.title}, ${shown.subtitle}`;
}
