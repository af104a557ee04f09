import { addressOf } from '../Addresses/Address.js';
import { moment } from '../Figures/Moment.js';
import { quantityIn } from '../Figures/AnswerQuantity.js';
import { percent, text } from '../Figures/Quantity.js';
import { Figure } from '../Parts/Figure.js';
import { Tag } from '../Parts/Tag.js';
import type { Answer } from '../Service/Types.js';
import { IntervalBar } from './IntervalBar.js';

/** The latency on each platform. */
export function Readings({ answers }: { answers: readonly Answer[] }) {
  if (answers.length === 0) return <p class="empty">Its latency was neither measured nor predicted: no predictor of networks is loaded.</p>;
  return (
    <section class="readings" aria-label="Latency">
      {answers.map(answer => <Reading key={`${answer.platform} ${answer.predictor}`} answer={answer} range={rangeOf(answers.filter(other => other.unit === answer.unit))} />)}
    </section>
  );
}

/** Answers of one unit share a scale. */
const rangeOf = (answers: readonly Answer[]): [number, number] =>
  [Math.min(...answers.map(answer => answer.low ?? answer.value)), Math.max(...answers.map(answer => answer.high ?? answer.value))];

function Reading({ answer, range }: { answer: Answer; range: [number, number] }) {
  const hasInterval = answer.low !== null && answer.high !== null && answer.low > 0;
  return (
    <div class="reading">
      <h2>{answer.milliseconds === null ? 'Prediction' : 'Latency'} <span class="platform">{answer.platform}</span></h2>
      <p class="big"><Figure of={quantityIn(answer, answer.value)} /></p>
      {hasInterval && <IntervalBar low={answer.low!} value={answer.value} high={answer.high!} range={range} show={value => text(quantityIn(answer, value))} />}
      <p class="note">
        <Tag kind={answer.source}>{answer.source}</Tag>
        {answer.source === 'measured' ? <span>{moment(answer.at)}</span> : answer.predictor !== null && <a href={addressOf.predictors(answer.predictor)}>{answer.predictor}</a>}
        {answer.familiar === false && <Tag kind="warning" title="It is unlike the networks that the predictor was trained on: the interval does not hold">unfamiliar</Tag>}
        {answer.familiar === true && hasInterval && answer.coverage !== null && <span>the interval holds {percentWhole(answer.coverage)} of networks like this one</span>}
      </p>
      {answer.familiar === false && <p class="caution">Unlike the networks that the predictor was trained on. Take the number as a hint; its interval does not hold.</p>}
    </div>
  );
}

const percentWhole = (share: number): string => percent(share).replace('.0', '');
