import { significant } from './Significant.js';

/** A number and its unit, apart so that they can be set differently. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

const nonBreaking = '\u00a0';

export const text = (quantity: Quantity): string => (quantity.unit === '' ? quantity.number : quantity.number + nonBreaking + quantity.unit);

/** A count with a decimal prefix: 1.19 G. Small counts are whole. */
export const count = (value: number): Quantity => scaled(value, 1000, ['', 'k', 'M', 'G', 'T', 'P', 'E']);

/** Bytes with a binary prefix: 31.9 MiB. */
export const bytes = (value: number): Quantity => scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);

/** A time that is given in milliseconds. */
export function duration(milliseconds: number): Quantity {
  if (milliseconds >= 1000) return { number: significant(milliseconds / 1000), unit: 's' };
  return milliseconds < 0.1 ? { number: significant(milliseconds * 1000), unit: 'µs' } : { number: significant(milliseconds), unit: 'ms' };
}

/** A part of the whole: 12.3 %. */
export const percent = (share: number): string => `${share === 0 || share >= 0.0005 ? (100 * share).toFixed(1) : '<0.1'}${nonBreaking}%`;

/** A number with commas at the thousands. */
export const whole = (value: number): string => value.toLocaleString('en-GB');

function scaled(value: number, base: number, units: readonly string[]): Quantity {
  if (Math.abs(value) < base) return { number: Number.isInteger(value) ? whole(value) : significant(value), unit: units[0]! };
  let power = 0;
  let rest = value;
  while (Number(Math.abs(rest).toPrecision(3)) >= base && power < units.length - 1) {
    rest /= base;
    power++;
  }

  return { number: significant(rest), unit: units[power]! };
}
