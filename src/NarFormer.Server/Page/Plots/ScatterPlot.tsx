import { quadtree } from 'd3-quadtree';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useColours } from '../Parts/useColours.js';
import { frameOf, type Axis, type Frame, type PlotPoint } from './Frame.js';
import { PlotPainter } from './PlotPainter.js';
import { towards } from './Towards.js';

interface Properties {
  readonly label: string;
  readonly points: readonly PlotPoint[];
  /** A plot without axes is a map. */
  readonly axes?: readonly [Axis, Axis];
  /** A relative difference whose lines are drawn beside the diagonal. */
  readonly band?: number;
  readonly describe: (point: number) => ComponentChildren;
  readonly spoken: (point: number) => string;
  readonly onChoose: (point: number) => void;
}

/** Points on a canvas: zoom and drag, hover, click; arrow keys go to the next point in a direction, Enter chooses it. */
export function ScatterPlot({ label, points, axes, band, describe, spoken, onChoose }: Properties) {
  const element = useRef<HTMLCanvasElement>(null);
  const colours = useColours();
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const [current, setCurrent] = useState<number | null>(null);

  useEffect(() => {
    const canvas = element.current!;
    const observer = new ResizeObserver(() => setSize({ width: canvas.clientWidth, height: canvas.clientHeight }));
    observer.observe(canvas);
    const behaviour = zoom<HTMLCanvasElement, unknown>().scaleExtent([1, 60]).clickDistance(4)
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => setTransform(event.transform));
    select(canvas).call(behaviour);
    const constrain = new ResizeObserver(() => behaviour.translateExtent([[0, 0], [canvas.clientWidth, canvas.clientHeight]]));
    constrain.observe(canvas);
    return () => {
      observer.disconnect();
      constrain.disconnect();
      select(canvas).on('.zoom', null);
    };
  }, []);

  const base = useMemo(() => frameOf(points, axes ?? null, size.width, size.height), [points, axes, size]);
  const frame = useMemo<Frame>(() => ({ ...base, x: transform.rescaleX(base.x), y: transform.rescaleY(base.y) }), [base, transform]);
  const near = useMemo(() => {
    const indices = points.map((_, i) => i).filter(i => !points[i]!.faded);
    return quadtree<number>().x(i => base.x(points[i]!.x)).y(i => base.y(points[i]!.y)).addAll(indices);
  }, [points, base]);

  useEffect(() => {
    const canvas = element.current!;
    const request = requestAnimationFrame(() => {
      const width = Math.round(size.width * devicePixelRatio);
      const height = Math.round(size.height * devicePixelRatio);
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      new PlotPainter(points, axes ?? null, band ?? null, colours).paint(canvas.getContext('2d')!, frame, devicePixelRatio, current);
    });
    return () => cancelAnimationFrame(request);
  }, [frame, points, axes, band, colours, current, size]);

  useEffect(() => setCurrent(null), [points.length]);

  const under = (event: MouseEvent): number | null =>
    near.find(transform.invertX(event.offsetX), transform.invertY(event.offsetY), 14 / transform.k) ?? null;
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && current !== null) onChoose(current);
    const next = towards(event.key, current, points, frame);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
  };
  const shown = current === null ? undefined : points[current];

  return (
    <div class="plot">
      <canvas
        ref={element}
        tabIndex={0}
        role="application"
        aria-roledescription="plot"
        aria-label={label}
        class={current === null ? '' : 'pointing'}
        onPointerMove={event => setCurrent(under(event))}
        onPointerLeave={() => setCurrent(null)}
        onClick={event => { const point = under(event); if (point !== null) onChoose(point); }}
        onKeyDown={keys}
      />
      {shown && <div class="tip" ref={tip => { if (tip) place(tip, frame.x(shown.x), frame.y(shown.y), size); }}>{describe(current!)}</div>}
      <p class="unseen" role="status">{current === null ? '' : spoken(current)}</p>
    </div>
  );
}

/** Beside the point, inside the plot. */
function place(tip: HTMLElement, x: number, y: number, size: { width: number; height: number }): void {
  const left = x + 14 + tip.offsetWidth > size.width ? x - 14 - tip.offsetWidth : x + 14;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${Math.max(0, Math.min(y - tip.offsetHeight / 2, size.height - tip.offsetHeight))}px`;
}
