import { useRef } from 'preact/hooks';
import { useClient } from '../Service/ClientContext.js';
import type { Problem } from '../Service/Problem.js';

/** Says in place what went wrong, and what can be done about it. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: (() => void) | undefined }) {
  return (
    <div class="notice problem" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail !== '' && <p>{problem.detail}</p>}
      {problem.retryAfter !== null && <p>It asks you to wait {problem.retryAfter} s.</p>}
      {problem.status === 401 ? <KeyForm entered={retry} /> : retry && <button type="button" onClick={retry}>Try again</button>}
    </div>
  );
}

function KeyForm({ entered }: { entered?: (() => void) | undefined }) {
  const client = useClient();
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    client.key.set(field.current?.value.trim() ?? '');
    if (entered) entered();
    else location.reload();
  };
  return (
    <form class="inline" onSubmit={submit}>
      <label for="key">Key</label>
      <input id="key" ref={field} type="password" autocomplete="off" required />
      <button type="submit">Use this key</button>
    </form>
  );
}
