import { ProblemNotice } from '../Parts/ProblemNotice.js';
import { useAddition } from './Addition.js';

/** How the file that was given last is faring. */
export function AdditionStatus() {
  const { now, retry, dismiss } = useAddition();
  if (now.state === 'idle') return null;
  if (now.state === 'adding') {
    return (
      <div class="notice adding" role="status">
        <p>Reading <strong>{now.name}</strong> …</p>
        <button type="button" onClick={dismiss}>Stop</button>
      </div>
    );
  }

  return (
    <div class="failed-addition">
      <p class="of">{now.name}</p>
      <ProblemNotice problem={now.problem} retry={now.problem.mayPass ? retry : undefined} />
      <button type="button" class="dismiss" onClick={dismiss}>Dismiss</button>
    </div>
  );
}
