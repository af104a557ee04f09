/** A number with three significant digits, for example 0.0123, 1.20, 15.1, 158. */
export function significant(value: number): string {
  if (value === 0) return '0';
  const digits = 2 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(3)))));
  return value.toFixed(Math.min(Math.max(digits, 0), 6));
}
