import { moment } from '../Figures/Moment.js';
import { nameOf } from '../Figures/NetworkName.js';
import type { Network } from '../Service/Types.js';
import { CopyAddress } from './CopyAddress.js';

export const NetworkHeading = ({ network }: { network: Network }) => (
  <header class="network-heading">
    <div>
      <h1>{nameOf(network)}</h1>
      <p class="facts">
        {network.family !== null && <span>{network.family}</span>}
        <span>opset {network.opset}</span>
        <span>first seen {moment(network.addedAt)}</span>
        <span class="hash" title="Names, weights and the order of nodes do not change it">{network.hash}</span>
      </p>
    </div>
    <CopyAddress />
  </header>
);
