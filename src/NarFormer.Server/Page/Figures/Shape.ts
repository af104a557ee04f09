import type { Shape } from '../Service/Types.js';

/** A shape as 1×64×56×56, with ? for what is not known; a scalar as 'scalar'. */
export function shapeText(shape: Shape | null): string {
  if (shape === null) return '?';
  return shape.length === 0 ? 'scalar' : shape.map(size => size ?? '?').join('×');
}
