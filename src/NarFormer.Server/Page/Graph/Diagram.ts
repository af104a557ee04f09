import { shapeText } from '../Figures/Shape.js';
import type { Graph, GraphNode, Network } from '../Service/Types.js';

/** What stands in one box: a node, or an input or output of the network. */
export interface Box {
  readonly kind: 'input' | 'node' | 'output';
  readonly title: string;
  readonly subtitle: string;
  /** The index of the node, or -1. */
  readonly node: number;
}

/** The graph as it is drawn: boxes and the links between them. The boxes of nodes come first, in their order. */
export interface Diagram {
  readonly boxes: readonly Box[];
  readonly links: readonly (readonly [from: number, to: number])[];
  readonly above: readonly (readonly number[])[];
  readonly below: readonly (readonly number[])[];
}

export function diagramOf(network: Network, graph: Graph): Diagram {
  const boxes: Box[] = graph.nodes.map(boxOf);
  const links: (readonly [number, number])[] = [];
  const linked = new Set<string>();
  const link = (from: number, to: number): void => {
    const key = `${from} ${to}`;
    if (from === to || linked.has(key)) return;
    linked.add(key);
    links.push([from, to]);
  };

  for (const input of network.inputs) {
    const box = boxes.push({ kind: 'input', title: input.name, subtitle: shapeText(input.shape), node: -1 }) - 1;
    graph.nodes.forEach(node => node.inputs.some(tensor => tensor.name === input.name) && link(box, node.id));
  }

  for (const edge of graph.edges) link(edge.from, edge.to);
  for (const output of network.outputs) {
    const box = boxes.push({ kind: 'output', title: output.name, subtitle: shapeText(output.shape), node: -1 }) - 1;
    const maker = graph.nodes.find(node => node.outputs.some(tensor => tensor.name === output.name));
    if (maker) link(maker.id, box);
  }

  const above: number[][] = boxes.map(() => []);
  const below: number[][] = boxes.map(() => []);
  for (const [from, to] of links) {
    above[to]!.push(from);
    below[from]!.push(to);
  }

  return { boxes, links, above, below };
}

function boxOf(node: GraphNode, index: number): Box {
  const output = node.outputs[0];
  return { kind: 'node', title: titleOf(node), subtitle: output ? shapeText(output.shape) : '', node: index };
}

/** The operator, with the kernel and stride of windows. */
function titleOf(node: GraphNode): string {
  const kernel = numbers(node.attributes['kernel_shape']);
  if (kernel.length === 0) return node.operator;
  const strides = numbers(node.attributes['strides']);
  const stride = strides.some(by => by !== '1') ? ` /${[...new Set(strides)].join('×')}` : '';
  return `${node.operator} ${kernel.join('×')}${stride}`;
}

const numbers = (text: string | undefined): string[] => text?.match(/\d+/g) ?? [];
