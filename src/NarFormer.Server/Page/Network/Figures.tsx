import { bytes, count, text, whole, type Quantity } from '../Figures/Quantity.js';
import { shapeText } from '../Figures/Shape.js';
import { Figure } from '../Parts/Figure.js';
import type { Network, Tensor } from '../Service/Types.js';

/** What the network costs, whatever it runs on. */
export const Figures = ({ network }: { network: Network }) => (
  <dl class="figures">
    {figuresOf(network).map(({ title, hint, quantity }) => <div key={title}><dt title={hint}>{title}</dt><dd><Figure of={quantity} /></dd></div>)}
    <div class="wide"><dt>Input</dt><dd>{network.inputs.map(tensorLine)}</dd></div>
    <div class="wide"><dt>Output</dt><dd>{network.outputs.map(tensorLine)}</dd></div>
  </dl>
);

interface NamedFigure {
  readonly title: string;
  readonly hint: string;
  readonly quantity: Quantity;
}

const figuresOf = (network: Network): NamedFigure[] => [
  { title: 'MACs', hint: 'Multiply-accumulate operations', quantity: count(network.macs) },
  { title: 'FLOPs', hint: 'Two for each MAC, and the operations that are not part of one', quantity: count(network.flops) },
  { title: 'Parameters', hint: `Elements of all weights: ${whole(network.params)}`, quantity: count(network.params) },
  { title: 'Weights', hint: 'Bytes of all weights', quantity: bytes(network.weightBytes) },
  { title: 'Bytes moved', hint: 'What the nodes read and write, as if there were no cache', quantity: bytes(network.memoryBytes) },
  { title: 'Peak activations', hint: 'The most bytes of activations that live at the same time', quantity: bytes(network.peakActivationBytes) },
  { title: 'Nodes', hint: `${whole(network.edges)} edges`, quantity: { number: whole(network.nodes), unit: '' } },
  { title: 'MACs per byte', hint: 'MACs for each byte moved', quantity: ratio(network.macs, network.memoryBytes) },
];

function ratio(macs: number, moved: number): Quantity {
  return { number: moved === 0 ? '–' : text(count(Number((macs / moved).toPrecision(3)))), unit: '' };
}

const tensorLine = (tensor: Tensor) => <span class="tensor" key={tensor.name}><span class="name">{tensor.name}</span> <code>{tensor.type} {shapeText(tensor.shape)}</code></span>;
