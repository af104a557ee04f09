import { scaleLinear } from 'd3-scale';
import { quantityIn } from '../Figures/AnswerQuantity.js';
import { nameOf } from '../Figures/NetworkName.js';
import { text } from '../Figures/Quantity.js';
import { Tag } from '../Parts/Tag.js';
import type { Answer, Network } from '../Service/Types.js';
import type { Pair } from './CompareView.js';
import { differenceText } from './Difference.js';

/** The latencies on every platform that knows both networks, as bars from zero with their intervals. */
export function LatencyComparison({ networks }: { networks: Pair<Network> }) {
  const platforms = networks[0].answers.flatMap(left => {
    const right = networks[1].answers.find(answer => answer.platform === left.platform);
    return right ? [{ platform: left.platform, answers: [left, right] as const }] : [];
  });
  if (platforms.length === 0) return <p class="empty">No platform knows both networks.</p>;
  return (
    <section class="latencies" aria-label="Latency">
      {platforms.map(({ platform, answers }) => (
        <div key={platform} class="reading">
          <h2>Latency <span class="platform">{platform}</span></h2>
          <p class="verdict">{verdict(networks, answers)}</p>
          {answers.map((answer, i) => <Bar key={i} name={nameOf(networks[i]!)} answer={answer} highest={Math.max(...answers.map(a => a.high ?? a.value))} />)}
        </div>
      ))}
    </section>
  );
}

function verdict(networks: Pair<Network>, [left, right]: Pair<Answer>): string {
  if (left.value === right.value) return 'Both take the same time.';
  const [fast, slow] = left.value < right.value ? [0, 1] as const : [1, 0] as const;
  const answers = [left, right] as const;
  const apart = (answers[fast].high ?? answers[fast].value) < (answers[slow].low ?? answers[slow].value);
  const ratio = differenceText(answers[fast].value, answers[slow].value);
  const by = ratio.endsWith('×') ? `takes ${ratio.replace(' ×', ' times')} as long` : `takes ${ratio.slice(1)} longer`;
  return `${nameOf(networks[slow])} ${by}.${apart ? '' : ' The intervals overlap: the order is not sure.'}`;
}

function Bar({ name, answer, highest }: { name: string; answer: Answer; highest: number }) {
  const scale = scaleLinear().domain([0, highest]).range([0, 100]);
  return (
    <div class="latency-bar">
      <span class="name">{name}</span>
      <svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
        <rect class="value" y="2" width={scale(answer.value)} height="10" />
        {answer.low !== null && answer.high !== null && <rect class="range" x={scale(answer.low)} y="5" width={scale(answer.high) - scale(answer.low)} height="4" />}
      </svg>
      <span class="figure">{text(quantityIn(answer, answer.value))}</span>
      <Tag kind={answer.source}>{answer.source}</Tag>
    </div>
  );
}
