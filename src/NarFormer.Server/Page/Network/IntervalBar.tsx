import { scaleLog } from 'd3-scale';

interface Properties {
  readonly low: number;
  readonly value: number;
  readonly high: number;
  readonly range: [number, number];
  readonly show: (value: number) => string;
}

/** An interval around a value on a logarithmic scale. */
export function IntervalBar({ low, value, high, range, show }: Properties) {
  const scale = scaleLog().domain(range).range([2, 98]);
  const middle = Math.min(80, Math.max(20, (scale(low) + scale(high)) / 2));
  return (
    <div class="interval" role="img" aria-label={`between ${show(low)} and ${show(high)}`}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" x="0" y="3.5" width="100" height="1" />
        <rect class="range" x={scale(low)} y="1.5" width={Math.max(0.5, scale(high) - scale(low))} height="5" />
        <rect class="value" x={scale(value) - 0.3} y="0" width="0.6" height="8" />
      </svg>
      <p class="ends" style={{ left: `${middle}%` }}>{show(low)} to {show(high)}</p>
    </div>
  );
}
