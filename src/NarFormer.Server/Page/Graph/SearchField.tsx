interface Properties {
  readonly network: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly matches: readonly number[] | null;
  readonly current: number | null;
  readonly onJump: (node: number) => void;
}

/** Finds nodes by operator or name; Enter goes from one to the next. */
export function SearchField({ network, text, onText, matches, current, onJump }: Properties) {
  const at = current === null || matches === null ? -1 : matches.indexOf(current);
  const turn = (by: 1 | -1): void => {
    if (matches === null || matches.length === 0) return;
    const next = at < 0 ? (by === 1 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    onJump(matches[next]!);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') turn(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') onText('');
  };
  return (
    <div class="find" role="search" aria-label={`Nodes of ${network}`}>
      <label>
        <span class="unseen">Find nodes by operator or name</span>
        <input type="search" placeholder="Find operator or name" value={text} onInput={event => onText(event.currentTarget.value)} onKeyDown={keys} />
      </label>
      {matches !== null && (
        <>
          <span class="count" role="status">{matches.length === 0 ? 'none' : at < 0 ? `${matches.length} found` : `${at + 1} of ${matches.length}`}</span>
          <button type="button" aria-label="Previous match" disabled={matches.length === 0} onClick={() => turn(-1)}>↑</button>
          <button type="button" aria-label="Next match" disabled={matches.length === 0} onClick={() => turn(1)}>↓</button>
        </>
      )}
    </div>
  );
}
