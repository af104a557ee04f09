import { duration, text } from '../Figures/Quantity.js';

/** The colours of latencies; their scale is logarithmic. */
export const LatencyLegend = ({ low, high }: { low: number; high: number }) => (
  <div class="legend" role="img" aria-label={`Colour: latency, from ${text(duration(low))} to ${text(duration(high))}, logarithmic`}>
    <span>Latency</span>
    <span class="scale"><span class="bar map" /><span class="ticks"><span>{text(duration(low))}</span><span>{text(duration(Math.sqrt(low * high)))}</span><span>{text(duration(high))}</span></span></span>
  </div>
);
