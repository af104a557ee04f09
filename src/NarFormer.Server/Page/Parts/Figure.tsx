import type { Quantity } from '../Figures/Quantity.js';

/** A number with a quiet unit. */
export const Figure = ({ of }: { of: Quantity }) => (
  <span class="figure">{of.number}{of.unit !== '' && <span class="unit">{'\u00a0' + of.unit}</span>}</span>
);
