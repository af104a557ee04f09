import type { Colours } from '../Parts/useColours.js';
import type { Axis, Frame, PlotPoint, Scale } from './Frame.js';

const font = '12px "IBM Plex Sans Variable", system-ui, sans-serif';

/** Paints points, and axes with guides where there are some. */
export class PlotPainter {
  constructor(readonly points: readonly PlotPoint[], readonly axes: readonly [Axis, Axis] | null, readonly band: number | null, readonly colours: Colours) {}

  paint(canvas: CanvasRenderingContext2D, frame: Frame, ratio: number, current: number | null): void {
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    canvas.clearRect(0, 0, canvas.canvas.width, canvas.canvas.height);
    if (this.axes !== null) this.#axes(canvas, frame, this.axes);
    if (this.band !== null) this.#guides(canvas, frame, this.band);
    const radius = this.points.length > 5000 ? 2.5 : this.points.length > 800 ? 3.5 : 4.5;
    for (const faded of [true, false]) {
      this.points.forEach((point, i) => {
        if (Boolean(point.faded) === faded && i !== current) this.#point(canvas, frame, point, radius);
      });
    }

    const shown = current === null ? undefined : this.points[current];
    if (shown) this.#point(canvas, frame, shown, radius + 3, true);
  }

  #point(canvas: CanvasRenderingContext2D, frame: Frame, point: PlotPoint, radius: number, current = false): void {
    const x = frame.x(point.x);
    const y = frame.y(point.y);
    canvas.globalAlpha = current ? 1 : point.faded ? 0.12 : 0.85;
    canvas.fillStyle = point.colour;
    canvas.beginPath();
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
    canvas.fill();
    canvas.lineWidth = current ? 2.5 : 0.75;
    canvas.strokeStyle = current ? this.colours.ink : this.colours.paper;
    canvas.stroke();
    canvas.globalAlpha = 1;
  }

  #axes(canvas: CanvasRenderingContext2D, frame: Frame, [x, y]: readonly [Axis, Axis]): void {
    canvas.font = font;
    canvas.lineWidth = 1;
    canvas.strokeStyle = this.colours.line;
    canvas.fillStyle = this.colours.quiet;
    canvas.textAlign = 'center';
    for (const tick of ticksOf(frame.x, x, (frame.right - frame.left) / 90)) {
      const at = Math.round(frame.x(tick)) + 0.5;
      this.#line(canvas, at, frame.top, at, frame.bottom);
      canvas.fillText(x.format(tick), at, frame.bottom + 18);
    }

    canvas.fillText(x.title, (frame.left + frame.right) / 2, frame.bottom + 40);
    canvas.textAlign = 'right';
    for (const tick of ticksOf(frame.y, y, (frame.bottom - frame.top) / 60)) {
      const at = Math.round(frame.y(tick)) + 0.5;
      this.#line(canvas, frame.left, at, frame.right, at);
      canvas.fillText(y.format(tick), frame.left - 8, at + 4);
    }

    canvas.textAlign = 'left';
    canvas.fillText(y.title, frame.left + 8, frame.top + 14);
  }

  /** Where both values are equal, and where they differ by the band. */
  #guides(canvas: CanvasRenderingContext2D, frame: Frame, band: number): void {
    const [low, high] = frame.x.domain() as [number, number];
    canvas.save();
    canvas.beginPath();
    canvas.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
    canvas.clip();
    for (const factor of [1 - band, 1, 1 + band]) {
      canvas.strokeStyle = this.colours.quiet;
      canvas.lineWidth = 1;
      canvas.setLineDash(factor === 1 ? [] : [4, 4]);
      this.#line(canvas, frame.x(low), frame.y(low * factor), frame.x(high), frame.y(high * factor));
    }

    canvas.restore();
  }

  #line(canvas: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
    canvas.beginPath();
    canvas.moveTo(x0, y0);
    canvas.lineTo(x1, y1);
    canvas.stroke();
  }
}

/** Ticks that have room: on a logarithmic axis 1, 2, 5 of each power of ten, or fewer. */
function ticksOf(scale: Scale, axis: Axis, room: number): number[] {
  const [low, high] = scale.domain() as [number, number];
  if (axis.kind === 'linear') return scale.ticks(room);
  const leading = (allowed: readonly number[]): number[] =>
    scale.ticks(100).filter(tick => tick >= low && tick <= high && allowed.some(digit => Math.abs(tick / 10 ** Math.floor(Math.log10(tick) + 1e-9) - digit) < 1e-6));
  return [[1, 2, 5], [1, 3], [1]].map(leading).find(ticks => ticks.length <= room) ?? leading([1]);
}
