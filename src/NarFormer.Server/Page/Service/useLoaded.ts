import { useCallback, useEffect, useState } from 'preact/hooks';
import { Problem } from './Problem.js';

/** Something that is asked of the service. */
export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly problem: Problem; readonly retry: (() => void) | undefined };

/** Loads when the keys change. What the last keys gave is dropped at once; a request that is no longer wanted is cancelled. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify([...keys, attempt]);
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded<T> } | null>(null);
  const retry = useCallback(() => setAttempt(n => n + 1), []);

  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      value => setLoaded({ key, result: { state: 'ready', value } }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const problem = error instanceof Problem ? error : new Problem(0, 'The page failed', String(error));
        setLoaded({ key, result: { state: 'failed', problem, retry: problem.mayPass ? retry : undefined } });
      });
    return () => abort.abort();
  }, [key]);

  return loaded?.key === key ? loaded.result : { state: 'loading' };
}
