import { significant } from '../Figures/Significant.js';

/** By how much the right value differs from the left. */
export const Difference = ({ left, right }: { left: number; right: number }) => <span class="difference">{differenceText(left, right)}</span>;

export function differenceText(left: number, right: number): string {
  if (left === right) return 'same';
  if (left === 0 || right === 0) return right > left ? 'only right' : 'only left';
  const ratio = right / left;
  if (ratio >= 2 || ratio <= 0.5) return `${ratio > 1 ? '' : '1/'}${significant(ratio > 1 ? ratio : 1 / ratio)} ×`;
  const change = 100 * (ratio - 1);
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)} %`;
}
