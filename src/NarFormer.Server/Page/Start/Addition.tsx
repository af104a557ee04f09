import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { useClient } from '../Service/ClientContext.js';
import { Problem } from '../Service/Problem.js';

/** A file on its way to the service, by name; its bytes may have to be fetched first. */
export interface Incoming {
  readonly name: string;
  readonly content: (signal: AbortSignal) => Promise<Blob>;
}

export type AdditionState =
  | { readonly state: 'idle' }
  | { readonly state: 'adding'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly problem: Problem };

/** Adding networks: one at a time, from wherever they come. */
export interface Addition {
  readonly now: AdditionState;
  /** Adds the files and shows the first; with two of them, or beside another network, their comparison. */
  readonly add: (files: readonly Incoming[], beside?: string) => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

const context = createContext<Addition | null>(null);

export function AdditionProvider({ children }: { children: ComponentChildren }) {
  const client = useClient();
  const [now, setNow] = useState<AdditionState>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  const last = useRef<() => void>(() => undefined);

  const addition = useMemo<Addition>(() => {
    const run = async (files: readonly Incoming[], beside: string | undefined): Promise<void> => {
      running.current?.abort();
      const abort = (running.current = new AbortController());
      const hashes = beside === undefined ? [] : [beside];
      for (const file of files) {
        setNow({ state: 'adding', name: file.name });
        try {
          hashes.push((await client.add(file.name, await file.content(abort.signal), abort.signal)).hash);
        } catch (error) {
          if (abort.signal.aborted) return;
          const problem = error instanceof Problem ? error : new Problem(0, 'The file could not be read', String(error));
          setNow({ state: 'failed', name: file.name, problem });
          return;
        }
      }

      setNow({ state: 'idle' });
      const [first, second] = hashes;
      if (first !== undefined) location.hash = second === undefined || first === second ? addressOf.network(first) : addressOf.compare(first, second);
    };
    return {
      now: { state: 'idle' },
      add: (files, beside) => {
        last.current = () => void run(files, beside);
        last.current();
      },
      retry: () => last.current(),
      dismiss: () => {
        running.current?.abort();
        setNow({ state: 'idle' });
      },
    };
  }, [client]);

  const value = useMemo(() => ({ ...addition, now }), [addition, now]);
  return <context.Provider value={value}>{children}</context.Provider>;
}

export function useAddition(): Addition {
  const addition = useContext(context);
  if (addition === null) throw new Error('nothing can be added here');
  return addition;
}

export const incoming = (file: File): Incoming => ({ name: file.name, content: () => Promise.resolve(file) });
