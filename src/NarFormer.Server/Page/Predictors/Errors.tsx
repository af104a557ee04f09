import { useMemo } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { nameOf } from '../Figures/NetworkName.js';
import { duration, text } from '../Figures/Quantity.js';
import { familiesOf, unknown } from '../Map/Families.js';
import { familyColumn } from '../Parts/FamilyColumn.js';
import { Show } from '../Parts/Show.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import { useColours } from '../Parts/useColours.js';
import type { Axis, PlotPoint } from '../Plots/Frame.js';
import { ScatterPlot } from '../Plots/ScatterPlot.js';
import { useClient } from '../Service/ClientContext.js';
import type { PredictedError } from '../Service/Types.js';
import { useLoaded } from '../Service/useLoaded.js';
import { ErrorHistogram } from './ErrorHistogram.js';
import { relative, signedPercent } from './RelativeError.js';

/** Predicted against measured latencies of the store. */
export function Errors({ predictor }: { predictor: string }) {
  const client = useClient();
  const errors = useLoaded(signal => client.errors(predictor, signal), [predictor]);
  return (
    <Show of={errors} what="Collecting errors …">
      {all => {
        const usable = all.filter(error => error.measured > 0 && error.predicted > 0);
        return usable.length === 0
          ? <p class="empty">Nothing in the store has been both measured and predicted yet, so there are no errors to show.</p>
          : <ErrorPlots errors={usable} />;
      }}
    </Show>
  );
}

const tick = (value: number): string => text(duration(value)).replace(/\.0+(?=\D)/, '').replace(/(\.\d*?)0+(?=\D)/, '$1');

const axes: readonly [Axis, Axis] = [
  { kind: 'log', title: 'measured', format: tick },
  { kind: 'log', title: 'predicted', format: tick },
];

function ErrorPlots({ errors }: { errors: readonly PredictedError[] }) {
  const colours = useColours();
  const points = useMemo<PlotPoint[]>(() => errors.map(error => ({ x: error.measured, y: error.predicted, colour: colours.accent })), [errors, colours]);
  const worst = useMemo(() => errors.toSorted((a, b) => Math.abs(relative(b)) - Math.abs(relative(a))), [errors]);
  const mean = errors.reduce((sum, error) => sum + Math.abs(relative(error)), 0) / errors.length;
  const close = errors.filter(error => Math.abs(relative(error)) <= 0.1).length / errors.length;
  return (
    <>
      <p class="verdict">On {errors.length} measured {errors.length === 1 ? 'network' : 'networks'} of the store: {(100 * mean).toFixed(1)} % off on average, {(100 * close).toFixed(0)} % of them within 10 %.</p>
      <div class="error-plots">
        <section aria-labelledby="scatter">
          <h2 id="scatter">Predicted against measured</h2>
          <ScatterPlot
            label={`${errors.length} networks: predicted against measured latency, both logarithmic; dashed lines at 10 %. Arrow keys go from network to network, Enter opens one.`}
            points={points}
            axes={axes}
            band={0.1}
            describe={i => <Description error={errors[i]!} />}
            spoken={i => `${nameOf(errors[i]!)}, ${signedPercent(relative(errors[i]!))}`}
            onChoose={i => { location.hash = addressOf.network(errors[i]!.hash); }}
          />
        </section>
        <section aria-labelledby="histogram">
          <h2 id="histogram">Relative errors</h2>
          <ErrorHistogram errors={errors} />
          {errors.some(error => error.family !== null) && <><h2>By family</h2><FamilyErrors errors={errors} /></>}
        </section>
      </div>
      <h2>Networks by error</h2>
      <SortableTable caption="Networks by error" columns={columnsOf(errors)} rows={worst} keyOf={error => error.hash} page={25} />
    </>
  );
}

const columnsOf = (errors: readonly PredictedError[]): readonly Column<PredictedError>[] => [
  { title: 'Name', value: nameOf, show: e => <a href={addressOf.network(e.hash)}>{nameOf(e)}</a> },
  ...familyColumn(errors),
  { title: 'Measured', value: e => e.measured, show: e => text(duration(e.measured)) },
  { title: 'Predicted', value: e => e.predicted, show: e => text(duration(e.predicted)) },
  { title: 'Error', hint: 'Relative to the measured latency; sorted by size', value: e => Math.abs(relative(e)), show: e => signedPercent(relative(e)) },
];

const Description = ({ error }: { error: PredictedError }) => (
  <>
    <strong>{nameOf(error)}</strong>
    <span>measured {text(duration(error.measured))}</span>
    <span>predicted {text(duration(error.predicted))} ({signedPercent(relative(error))})</span>
  </>
);

interface FamilyError {
  readonly family: string;
  readonly count: number;
  readonly mean: number;
}

function FamilyErrors({ errors }: { errors: readonly PredictedError[] }) {
  const rows = familiesOf(errors, ['']).map<FamilyError>(({ family, count }) => {
    const own = errors.filter(error => (error.family ?? unknown) === family);
    return { family, count, mean: own.reduce((sum, error) => sum + Math.abs(relative(error)), 0) / own.length };
  });
  const familyColumns: readonly Column<FamilyError>[] = [
    { title: 'Family', value: f => f.family },
    { title: 'Networks', value: f => f.count },
    { title: 'Mean error', value: f => f.mean, show: f => `${(100 * f.mean).toFixed(1)}\u00a0%` },
  ];
  return <SortableTable caption="Errors by family" columns={familyColumns} rows={rows} keyOf={row => row.family} />;
}
