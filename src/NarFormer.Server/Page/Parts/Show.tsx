import type { ComponentChildren } from 'preact';
import type { Loaded } from '../Service/useLoaded.js';
import { ProblemNotice } from './ProblemNotice.js';
import { Waiting } from './Waiting.js';

/** Shows what was loaded, or that it is being loaded, or why it was not. */
export function Show<T>({ of, what, children }: { of: Loaded<T>; what: string; children: (value: T) => ComponentChildren }) {
  if (of.state === 'loading') return <Waiting what={what} />;
  if (of.state === 'failed') return <ProblemNotice problem={of.problem} retry={of.retry} />;
  return <>{children(of.value)}</>;
}
