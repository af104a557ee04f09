import type { Graph } from '../Service/Types.js';
import { wholeOf, type Measure } from './Colouring.js';

interface Properties {
  readonly graph: Graph;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

const measures: readonly Measure[] = ['prediction', 'macs'];

/** Chooses what the colours are a share of. */
export const MeasureChoice = ({ graph, measure, onMeasure }: Properties) => (
  <div class="joined" role="group" aria-label="Colour by">
    {measures.map(each => <button key={each} type="button" aria-pressed={each === measure} onClick={() => onMeasure(each)}>{capital(wholeOf(graph, each))}</button>)}
  </div>
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
