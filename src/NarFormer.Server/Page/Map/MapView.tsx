import { useMemo, useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { Show } from '../Parts/Show.js';
import { useTitle } from '../Parts/useTitle.js';
import { useClient } from '../Service/ClientContext.js';
import { useLoaded } from '../Service/useLoaded.js';
import { AdditionStatus } from '../Start/AdditionStatus.js';
import { NetworkMap, type Colouring } from './NetworkMap.js';

/** All networks of the store in two dimensions, as a predictor sees them. */
export function MapView({ predictor }: { predictor: string | null }) {
  const client = useClient();
  const predictors = useLoaded(signal => client.predictors(signal), ['predictors']);
  useTitle('Map – NarFormer');
  return (
    <>
      <AdditionStatus />
      <Show of={predictors} what="Asking for predictors …">
        {cards => {
          const names = cards.filter(card => card.takes === 'networks').map(card => card.name);
          const name = predictor ?? names[0];
          return name === undefined ? <p class="empty">No predictor of networks is loaded, so there is no map.</p> : <MapOf predictor={name} names={names} />;
        }}
      </Show>
    </>
  );
}

function MapOf({ predictor, names }: { predictor: string; names: readonly string[] }) {
  const client = useClient();
  const points = useLoaded(signal => client.map(predictor, signal), [predictor]);
  const [colouring, setColouring] = useState<Colouring>('latency');
  const [text, setText] = useState('');
  const wanted = useMemo(() => text.trim().toLowerCase(), [text]);
  return (
    <article class="map">
      <header class="network-heading">
        <div>
          <h1>Map of the store</h1>
          <p class="facts">Networks that the predictor sees as alike lie near each other. Both directions are the main ones of its vectors; they have no unit.</p>
        </div>
        <div class="controls">
          {names.length > 1 && (
            <label>Predictor <select value={predictor} onChange={event => { location.hash = addressOf.map(event.currentTarget.value); }}>{names.map(name => <option key={name}>{name}</option>)}</select></label>
          )}
          <label>Colour <select value={colouring} onChange={event => setColouring(event.currentTarget.value as Colouring)}><option value="latency">Latency</option><option value="family">Family</option></select></label>
          <label class="search"><span class="unseen">Highlight networks by name</span><input type="search" placeholder="Highlight by name" value={text} onInput={event => setText(event.currentTarget.value)} /></label>
        </div>
      </header>
      <Show of={points} what="Drawing the map …">
        {all => all.length === 0 ? <p class="empty">The store is empty. Networks that you drop appear here.</p> : <NetworkMap points={all} colouring={colouring} wanted={wanted} />}
      </Show>
    </article>
  );
}
