import { percent } from '../Figures/Quantity.js';
import type { Colouring } from './Colouring.js';

/** What the colours mean. The scale is that of the drawing: the middle is a quarter of the highest share. */
export const Legend = ({ colouring: { whole, highest } }: { colouring: Colouring }) => (
  <div class="legend" role="img" aria-label={`Colour: share of the ${whole}, from 0 to ${percent(highest)}`}>
    <span>Share of the {whole}</span>
    <span class="scale"><span class="bar" /><span class="ticks"><span>0</span><span>{percent(highest / 4)}</span><span>{percent(highest)}</span></span></span>
  </div>
);
