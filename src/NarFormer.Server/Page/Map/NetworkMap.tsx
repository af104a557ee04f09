import { scaleLog } from 'd3-scale';
import { useMemo, useState } from 'preact/hooks';
import { addressOf } from '../Addresses/Address.js';
import { nameOf } from '../Figures/NetworkName.js';
import { duration, text } from '../Figures/Quantity.js';
import { familyColumn } from '../Parts/FamilyColumn.js';
import { rampOf } from '../Parts/Ramp.js';
import { SortableTable, type Column } from '../Parts/SortableTable.js';
import { Tag } from '../Parts/Tag.js';
import { useColours } from '../Parts/useColours.js';
import type { PlotPoint } from '../Plots/Frame.js';
import { ScatterPlot } from '../Plots/ScatterPlot.js';
import type { MapPoint } from '../Service/Types.js';
import { familiesOf, unknown } from './Families.js';
import { FamilyLegend } from './FamilyLegend.js';
import { LatencyLegend } from './LatencyLegend.js';

export type Colouring = 'latency' | 'family';

/** The plot, its legend, and the same networks as a table. */
export function NetworkMap({ points, colouring, wanted }: { points: readonly MapPoint[]; colouring: Colouring; wanted: string }) {
  const colours = useColours();
  const [family, setFamily] = useState<string | null>(null);
  const families = useMemo(() => familiesOf(points, colours.families), [points, colours]);
  const times = points.flatMap(point => (point.milliseconds === null ? [] : [point.milliseconds]));
  const range: [number, number] = [Math.min(...sampled(times)), Math.max(...sampled(times))];

  const plotted = useMemo<PlotPoint[]>(() => {
    const level = scaleLog().domain(range[0] < range[1] ? range : [range[0] / 2, range[0] * 2]).range([0.36, 1]);
    const ramp = rampOf(colours.ramp);
    const byFamily = new Map(families.map(({ family: name, colour }) => [name, colour]));
    return points.map(point => ({
      x: point.x,
      y: point.y,
      colour: colouring === 'family' ? byFamily.get(point.family ?? unknown)! : point.milliseconds === null ? colours.line : ramp(level(point.milliseconds)),
      faded: !(matches(point, wanted) && (family === null || (point.family ?? unknown) === family)),
    }));
  }, [points, colouring, wanted, family, colours, families]);

  const shown = points.filter((_, i) => !plotted[i]!.faded);
  return (
    <>
      <div class="map-plot">
        <ScatterPlot
          label={`Map of ${points.length} networks. Arrow keys go from network to network, Enter opens one. The table below holds the same networks.`}
          points={plotted}
          describe={i => <Description point={points[i]!} />}
          spoken={i => `${nameOf(points[i]!)}, ${points[i]!.milliseconds === null ? 'no latency' : text(duration(points[i]!.milliseconds))}`}
          onChoose={i => { location.hash = addressOf.network(points[i]!.hash); }}
        />
        {colouring === 'latency' ? times.length > 0 && <LatencyLegend low={range[0]} high={range[1]} /> : <FamilyLegend families={families} chosen={family} onChoose={setFamily} />}
      </div>
      <h2>{shown.length === points.length ? `All ${points.length} networks` : `${shown.length} of ${points.length} networks`}</h2>
      <SortableTable caption="Networks of the map" columns={columnsOf(points)} rows={shown} keyOf={point => point.hash} page={25} />
    </>
  );
}

const columnsOf = (points: readonly MapPoint[]): readonly Column<MapPoint>[] => [
  { title: 'Name', value: nameOf, show: p => <a href={addressOf.network(p.hash)}>{nameOf(p)}</a> },
  ...familyColumn(points),
  { title: 'Latency', value: p => p.milliseconds ?? NaN, show: p => (p.milliseconds === null ? '–' : text(duration(p.milliseconds))) },
  { title: 'Source', value: p => p.source ?? '', show: p => p.source && <Tag kind={p.source}>{p.source}</Tag> },
];

const Description = ({ point }: { point: MapPoint }) => (
  <>
    <strong>{nameOf(point)}</strong>
    {point.family !== null && <span>{point.family}</span>}
    {point.milliseconds !== null && <span>{text(duration(point.milliseconds))} {point.source}</span>}
  </>
);

const matches = (point: MapPoint, wanted: string): boolean =>
  wanted === '' || point.name.toLowerCase().includes(wanted) || (point.family ?? '').toLowerCase().includes(wanted);

/** The extremes of a list that may be too long for one call. */
const sampled = (values: readonly number[]): number[] =>
  values.length === 0 ? [1] : [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
