import type { Network } from '../Service/Types.js';

/** What a reader should know before believing the numbers. */
export function Warnings({ network }: { network: Network }) {
  const unknown = network.unknownOperators.length === 0 ? [] : [`Not counted, because unknown: ${network.unknownOperators.join(', ')}.`];
  const all = [...network.warnings, ...unknown];
  if (all.length === 0) return null;
  return (
    <section class="notice warnings" aria-label="Warnings">
      <ul>{all.map(warning => <li key={warning}>{warning}</li>)}</ul>
    </section>
  );
}
