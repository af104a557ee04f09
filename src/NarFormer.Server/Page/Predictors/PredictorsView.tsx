import { addressOf } from '../Addresses/Address.js';
import { Show } from '../Parts/Show.js';
import { useTitle } from '../Parts/useTitle.js';
import { useClient } from '../Service/ClientContext.js';
import type { PredictorCard } from '../Service/Types.js';
import { useLoaded } from '../Service/useLoaded.js';
import { AdditionStatus } from '../Start/AdditionStatus.js';
import { Errors } from './Errors.js';
import { whole } from '../Figures/Quantity.js';
import { metricText, metricTitle } from './MetricText.js';

/** The predictors in use, and how far one of them is off. */
export function PredictorsView({ name }: { name: string | null }) {
  const client = useClient();
  const predictors = useLoaded(signal => client.predictors(signal), ['predictors']);
  useTitle('Predictors – NarFormer');
  return (
    <>
      <AdditionStatus />
      <Show of={predictors} what="Asking for predictors …">
        {cards => {
          const shown = name === null ? cards[0] : cards.find(card => card.name === name);
          if (cards.length === 0) return <p class="empty">No predictor is loaded.</p>;
          return (
            <article class="predictors">
              <nav aria-label="Predictors">
                <ul class="chips">{cards.map(card => <li key={card.name}><a href={addressOf.predictors(card.name)} aria-current={card === shown ? 'page' : undefined}>{card.name}</a></li>)}</ul>
              </nav>
              {shown ? <Card card={shown} /> : <p class="empty">No predictor is named “{name}”.</p>}
            </article>
          );
        }}
      </Show>
    </>
  );
}

function Card({ card }: { card: PredictorCard }) {
  return (
    <>
      <header class="network-heading">
        <div>
          <h1>{card.name}</h1>
          <p class="facts">
            <span>predicts {card.task}{card.unit !== '' && ` in ${card.unit}`}</span>
            <span>{card.platform}</span>
            <span>encoding {card.encoding}</span>
            <span>trained on {whole(card.trainingNetworks)} {card.takes}{card.space !== null && ` of ${card.space}`}</span>
            <span class="hash">{card.version}</span>
          </p>
        </div>
      </header>
      <dl class="figures">
        {Object.entries(card.metrics).flatMap(([split, score]) => Object.entries(score).map(([metric, value]) => (
          value !== null && <div key={`${split} ${metric}`}><dt>{metricTitle(metric)}, {split}</dt><dd>{metricText(metric, value)}</dd></div>
        )))}
        {card.coverage !== null && <div><dt>Interval holds</dt><dd>{Math.round(100 * card.coverage)}{'\u00a0'}%</dd></div>}
      </dl>
      {card.takes === 'networks' && <Errors predictor={card.name} />}
    </>
  );
}
