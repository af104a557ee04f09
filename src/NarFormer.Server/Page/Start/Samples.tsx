import { useClient } from '../Service/ClientContext.js';
import { useLoaded } from '../Service/useLoaded.js';
import { useAddition } from './Addition.js';

/** Networks to try the page on. */
export function Samples() {
  const client = useClient();
  const { add } = useAddition();
  const samples = useLoaded(signal => client.samples(signal), ['samples']);
  if (samples.state !== 'ready' || samples.value.length === 0) return null;
  return (
    <div class="samples">
      <h2 id="samples">Or try a sample</h2>
      <ul aria-labelledby="samples">
        {samples.value.map(sample => (
          <li key={sample.name}>
            <button type="button" onClick={() => add([{ name: sample.name, content: signal => client.sample(sample.name, signal) }])}>{sample.title}</button>
          </li>
        ))}
      </ul>
    </div>
  );
}
