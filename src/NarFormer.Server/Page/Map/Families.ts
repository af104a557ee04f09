/** Families by size, each with a colour; where there are more than colours, the small ones share the last. */
export function familiesOf(items: readonly { readonly family: string | null }[], colours: readonly string[]): { family: string; count: number; colour: string }[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item.family ?? unknown, (counts.get(item.family ?? unknown) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return sorted.map(([family, count], i) => ({ family, count, colour: colours[Math.min(i, colours.length - 1)]! }));
}

export const unknown = 'no family';
