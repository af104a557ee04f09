import dagre from '@dagrejs/dagre';
import type { Dag } from '../Graph/Layout/Dag.js';
import { layOut } from '../Graph/Layout/Layout.js';
import { large } from './Networks.js';

/** Prints how long the layout of large networks takes, by pieces as in the page and by dagre alone. */
for (const [name, make] of Object.entries(large)) {
  const dag = make();
  console.log(`${name}: ${dag.widths.length} nodes, ${dag.edges.length} edges, by pieces ${time(() => layOut(dag))}, dagre alone ${time(() => whole(dag))}`);
}

function whole(dag: Dag): void {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({});
  graph.setDefaultEdgeLabel(() => ({}));
  dag.widths.forEach((width, node) => graph.setNode(String(node), { width, height: dag.height }));
  for (const [from, to] of dag.edges) graph.setEdge(String(from), String(to));
  dagre.layout(graph);
}

function time(work: () => void): string {
  const start = performance.now();
  try {
    work();
    return `${Math.round(performance.now() - start)} ms`;
  } catch (error) {
    return error instanceof RangeError ? 'fails: the call stack is exceeded' : `fails: ${String(error)}`;
  }
}
