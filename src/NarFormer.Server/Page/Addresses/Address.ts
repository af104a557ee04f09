/** What the page shows. Each view has an address after the '#', so that it can be shared. */
export type Address =
  | { readonly view: 'start' }
  | { readonly view: 'network'; readonly hash: string }
  | { readonly view: 'compare'; readonly left: string; readonly right: string }
  | { readonly view: 'map'; readonly predictor: string | null }
  | { readonly view: 'predictors'; readonly name: string | null }
  | { readonly view: 'unknown'; readonly text: string };

export function parse(fragment: string): Address {
  const [view, first, second, ...rest] = fragment.replace(/^#?\/?/, '').split('/').map(decode);
  if (rest.length > 0) return { view: 'unknown', text: fragment };
  if (!view) return { view: 'start' };
  if (view === 'networks' && first && !second) return { view: 'network', hash: first };
  if (view === 'compare' && first && second) return { view: 'compare', left: first, right: second };
  if (view === 'map' && !second) return { view: 'map', predictor: first || null };
  if (view === 'predictors' && !second) return { view: 'predictors', name: first || null };
  return { view: 'unknown', text: fragment };
}

export const addressOf = {
  start: (): string => '#/',
  network: (hash: string): string => `#/networks/${encodeURIComponent(hash)}`,
  compare: (left: string, right: string): string => `#/compare/${encodeURIComponent(left)}/${encodeURIComponent(right)}`,
  map: (predictor: string | null): string => (predictor === null ? '#/map' : `#/map/${encodeURIComponent(predictor)}`),
  predictors: (name: string | null): string => (name === null ? '#/predictors' : `#/predictors/${encodeURIComponent(name)}`),
} as const;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
