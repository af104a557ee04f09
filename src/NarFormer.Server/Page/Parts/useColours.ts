import { useEffect, useState } from 'preact/hooks';

/** The colours of the style sheet, for what is painted on a canvas. */
export interface Colours {
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly ramp: readonly string[];
  readonly families: readonly string[];
}

/** Follows the colour scheme of the system. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setColours(read());
    scheme.addEventListener('change', follow);
    return () => scheme.removeEventListener('change', follow);
  }, []);
  return colours;
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const list = (name: string, length: number): string[] => Array.from({ length }, (_, i) => of(`${name}-${i}`));
  return { paper: of('paper'), raised: of('raised'), ink: of('ink'), quiet: of('quiet'), line: of('line'), accent: of('accent'), ramp: list('ramp', 6), families: list('family', 10) };
}
