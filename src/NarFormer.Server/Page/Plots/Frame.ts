import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';

/** One direction of a plot. */
export interface Axis {
  readonly kind: 'linear' | 'log';
  readonly title: string;
  readonly format: (value: number) => string;
}

export type Scale = ScaleContinuousNumeric<number, number>;

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly faded?: boolean;
}

/** Where the points of a plot lie on a canvas of this size. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** With axes there is room for their labels; both axes of the same kind and range make a square scale. */
export function frameOf(points: readonly PlotPoint[], axes: readonly [Axis, Axis] | null, width: number, height: number): Frame {
  const box = axes === null ? { left: 20, right: width - 20, top: 20, bottom: height - 20 } : { left: 64, right: width - 16, top: 16, bottom: height - 48 };
  const [x, y] = axes === null ? square(points, box) : same(points);
  return {
    ...box,
    x: (axes?.[0].kind === 'log' ? scaleLog() : scaleLinear()).domain(x).range([box.left, box.right]),
    y: (axes?.[1].kind === 'log' ? scaleLog() : scaleLinear()).domain(y).range([box.bottom, box.top]),
  };
}

type Range = [low: number, high: number];

/** A map keeps its proportions. */
function square(points: readonly PlotPoint[], box: { left: number; right: number; top: number; bottom: number }): [Range, Range] {
  const x = rangeOf(points, point => point.x);
  const y = rangeOf(points, point => point.y);
  const unit = Math.max((x[1] - x[0]) / Math.max(1, box.right - box.left), (y[1] - y[0]) / Math.max(1, box.bottom - box.top)) || 1;
  return [around(x, unit * (box.right - box.left)), around(y, unit * (box.bottom - box.top))];
}

/** Measured and predicted values share one range. */
function same(points: readonly PlotPoint[]): [Range, Range] {
  const [a, b] = [rangeOf(points, point => point.x), rangeOf(points, point => point.y)];
  const range: Range = [Math.min(a[0], b[0]) / 1.15, Math.max(a[1], b[1]) * 1.15];
  return [range, range];
}

const around = ([low, high]: Range, length: number): Range => [(low + high - length) / 2, (low + high + length) / 2];

function rangeOf(points: readonly PlotPoint[], of: (point: PlotPoint) => number): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const point of points) {
    low = Math.min(low, of(point));
    high = Math.max(high, of(point));
  }

  return low > high ? [0, 1] : [low, high];
}
