import { percent } from '../Figures/Quantity.js';

/** What the colours mean. The scale is that of the drawing: the middle is a quarter of the highest share. */
export const Legend = ({ highest }: { highest: number }) => (
  <div class="legend" role="img" aria-label={`Colour: share of the cost, from 0 to ${percent(highest)}`}>
    <span>Share of the cost</span>
    <span class="scale"><span class="bar" /><span class="ticks"><span>0</span><span>{percent(highest / 4)}</span><span>{percent(highest)}</span></span></span>
  </div>
);
