import type { PredictedError } from '../Service/Types.js';
import { relative } from './RelativeError.js';

const half = 10;
const step = 0.025;

/** How many networks are off by how much, in steps of 2.5 %; the outermost bars hold all beyond. */
export function ErrorHistogram({ errors }: { errors: readonly PredictedError[] }) {
  const bins = new Array<number>(2 * half).fill(0);
  for (const error of errors) bins[Math.min(2 * half - 1, Math.max(0, Math.floor(relative(error) / step) + half))]!++;
  const highest = Math.max(...bins);
  const high = errors.filter(error => relative(error) > 0).length;
  return (
    <figure class="histogram">
      <svg viewBox="0 0 200 80" preserveAspectRatio="none" role="img" aria-label={`Histogram: ${high} predictions too high, ${errors.length - high} too low`}>
        {bins.map((count, bin) => <rect key={bin} x={bin * 10 + 0.5} width="9" y={80 - (78 * count) / highest} height={(78 * count) / highest}><title>{count}</title></rect>)}
        <line x1="100" x2="100" y1="0" y2="80" />
      </svg>
      <figcaption><span>−25 % or less</span><span>0</span><span>+25 % or more</span></figcaption>
    </figure>
  );
}
