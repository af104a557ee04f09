import type { Colours } from '../../Parts/useColours.js';
import { rampOf } from '../../Parts/Ramp.js';
import type { Colouring } from '../Colouring.js';
import type { Scene } from '../Scene.js';
import type { View } from '../View.js';
import { readableOn } from './Contrast.js';
import type { Emphasis } from './Emphasis.js';
import { fonts } from './Fonts.js';
import { trace } from './Path.js';

/** Below these zooms texts and borders are left out. */
const legible = { text: 0.42, border: 0.12 } as const;

/** Paints what is in view. */
export class Painter {
  readonly #fills: readonly { readonly fill: string; readonly text: string; readonly quiet: string }[];

  constructor(readonly scene: Scene, readonly colours: Colours, colouring: Colouring) {
    const ramp = rampOf(colours.ramp);
    this.#fills = scene.diagram.boxes.map((box, i) => {
      const fill = box.kind === 'node' ? ramp(intensity(colouring.shares[i]!, colouring.highest)) : colours.paper;
      const text = readableOn(fill, colours.ink, colours.paper);
      return { fill, text, quiet: readableOn(fill, colours.quiet, text) };
    });
  }

  paint(canvas: CanvasRenderingContext2D, view: View, emphasis: Emphasis): void {
    const { scene, colours } = this;
    const region = view.region();
    canvas.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    canvas.clearRect(0, 0, view.width, view.height);
    canvas.translate(view.x, view.y);
    canvas.scale(view.k, view.k);
    canvas.lineJoin = 'round';

    const hair = 1 / view.k;
    canvas.lineWidth = Math.max(1.25, hair * 0.75);
    canvas.strokeStyle = colours.line;
    canvas.globalAlpha = 1;
    this.#links(canvas, scene.linksIn(region), view.k);
    this.#linksOf(canvas, emphasis, view.k);
    for (const box of scene.boxesIn(region)) this.#box(canvas, box, view.k, emphasis);
  }

  #links(canvas: CanvasRenderingContext2D, links: readonly number[], zoom: number): void {
    canvas.beginPath();
    for (const link of links) trace(canvas, this.scene.laid.paths[link]!, zoom);
    canvas.stroke();
  }

  #linksOf(canvas: CanvasRenderingContext2D, { selected, hovered }: Emphasis, zoom: number): void {
    const ends = [selected, hovered].filter(box => box !== null);
    if (ends.length === 0) return;
    const touching = this.scene.diagram.links.flatMap(([from, to], link) => (ends.includes(from) || ends.includes(to) ? [link] : []));
    canvas.strokeStyle = this.colours.accent;
    canvas.lineWidth = Math.max(2, 1.5 / zoom);
    this.#links(canvas, touching, zoom);
  }

  #box(canvas: CanvasRenderingContext2D, box: number, zoom: number, { selected, hovered, found }: Emphasis): void {
    const { left, top, right, bottom } = this.scene.regionOf(box);
    const { kind, title, subtitle } = this.scene.diagram.boxes[box]!;
    const { fill, text, quiet } = this.#fills[box]!;
    canvas.globalAlpha = found === null || found.has(box) || box === selected ? 1 : 0.28;
    canvas.fillStyle = fill;
    canvas.beginPath();
    if (zoom < legible.border) canvas.rect(left, top, right - left, bottom - top);
    else canvas.roundRect(left, top, right - left, bottom - top, kind === 'node' ? 6 : 20);
    canvas.fill();
    if (box === selected || box === hovered || found?.has(box)) {
      canvas.strokeStyle = box === selected ? this.colours.ink : this.colours.accent;
      canvas.lineWidth = (box === selected ? 2.5 : 2) / Math.min(1, zoom);
      canvas.stroke();
    } else if (zoom >= legible.border) {
      canvas.strokeStyle = this.colours.line;
      canvas.lineWidth = 1;
      canvas.stroke();
    }

    if (zoom >= legible.text) {
      const centre = (left + right) / 2;
      canvas.textAlign = 'center';
      canvas.fillStyle = text;
      canvas.font = fonts.title;
      canvas.fillText(title, centre, top + 17);
      canvas.fillStyle = quiet;
      canvas.font = fonts.subtitle;
      canvas.fillText(subtitle, centre, top + 32);
    }

    canvas.globalAlpha = 1;
  }
}

/** Shares differ by orders of magnitude: the root shows the small ones as well. */
export const intensity = (share: number, highest: number): number => (highest === 0 ? 0 : Math.sqrt(share / highest));
