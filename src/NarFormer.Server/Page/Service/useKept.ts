import { useRef } from 'preact/hooks';
import type { Loaded } from './useLoaded.js';

/** Shows what was there while the next is being loaded, so that a list does not blink while someone types. */
export function useKept<T>(loaded: Loaded<T>): Loaded<T> {
  const last = useRef<Loaded<T>>(loaded);
  if (loaded.state !== 'loading') last.current = loaded;
  return last.current;
}
