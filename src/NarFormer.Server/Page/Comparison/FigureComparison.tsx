import { nameOf } from '../Figures/NetworkName.js';
import { bytes, count, text, whole } from '../Figures/Quantity.js';
import type { Network } from '../Service/Types.js';
import type { Pair } from './CompareView.js';
import { Difference } from './Difference.js';

const rows: readonly { title: string; of: (network: Network) => number; show: (value: number) => string }[] = [
  { title: 'MACs', of: n => n.macs, show: value => text(count(value)) },
  { title: 'FLOPs', of: n => n.flops, show: value => text(count(value)) },
  { title: 'Parameters', of: n => n.params, show: value => text(count(value)) },
  { title: 'Weights', of: n => n.weightBytes, show: value => text(bytes(value)) },
  { title: 'Bytes moved', of: n => n.memoryBytes, show: value => text(bytes(value)) },
  { title: 'Peak activations', of: n => n.peakActivationBytes, show: value => text(bytes(value)) },
  { title: 'Nodes', of: n => n.nodes, show: whole },
  { title: 'Edges', of: n => n.edges, show: whole },
];

/** The figures of both networks and how they differ. */
export const FigureComparison = ({ networks: [left, right] }: { networks: Pair<Network> }) => (
  <section aria-labelledby="figures">
    <h2 id="figures">Cost</h2>
    <div class="table">
      <table>
        <caption class="unseen">Cost of both networks</caption>
        <thead><tr><th scope="col">Figure</th><th scope="col" class="number">{nameOf(left)}</th><th scope="col" class="number">{nameOf(right)}</th><th scope="col" class="number">Difference</th></tr></thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              <td class="number">{row.show(row.of(left))}</td>
              <td class="number">{row.show(row.of(right))}</td>
              <td class="number"><Difference left={row.of(left)} right={row.of(right)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
