import type { Frame, PlotPoint } from './Frame.js';

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest point in the direction of an arrow key; the one nearest to the middle when none is current. */
export function towards(key: string, current: number | null, points: readonly PlotPoint[], frame: Frame): number | null {
  const direction = directions[key];
  if (direction === undefined) return null;
  const from = current === null ? undefined : points[current];
  const x = from ? frame.x(from.x) : (frame.left + frame.right) / 2;
  const y = from ? frame.y(from.y) : (frame.top + frame.bottom) / 2;
  let best: number | null = null;
  let least = Infinity;
  points.forEach((point, i) => {
    if (i === current || point.faded) return;
    const dx = frame.x(point.x) - x;
    const dy = frame.y(point.y) - y;
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    if (from && (ahead <= 0 || aside > 1.5 * ahead)) return;
    const far = from ? ahead + 2 * aside : Math.hypot(dx, dy);
    if (far < least) {
      least = far;
      best = i;
    }
  });
  return best;
}
