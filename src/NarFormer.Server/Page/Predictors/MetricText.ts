import { percent, whole } from '../Figures/Quantity.js';

const titles: Readonly<Record<string, string>> = { mape: 'MAPE', acc10: 'Within 10\u00a0%', acc5: 'Within 5\u00a0%', kendallTau: 'Kendall tau', networks: 'Networks' };

export const metricTitle = (name: string): string => titles[name] ?? name;

/** Errors and accuracies are shares; counts and rank correlations are not. */
export function metricText(name: string, value: number): string {
  if (/mape|acc|error|cover/i.test(name) && Math.abs(value) <= 1) return percent(value);
  return Number.isInteger(value) ? whole(value) : value.toFixed(3);
}
