import { rampOf } from '../Parts/Ramp.js';
import type { Colours } from '../Parts/useColours.js';
import type { Colouring } from './Colouring.js';
import type { Emphasis } from './Drawing/Emphasis.js';
import { intensity } from './Drawing/Painter.js';
import type { Scene } from './Scene.js';
import type { View } from './View.js';

/** The whole network as a narrow strip: where the cost lies, what was found, and which part is in view. */
export class DepthStrip {
  readonly #bars = document.createElement('canvas');

  constructor(readonly scene: Scene, readonly colours: Colours, readonly colouring: Colouring) {}

  paint(element: HTMLCanvasElement, view: View, { found, selected }: Emphasis): void {
    const width = element.clientWidth;
    const height = element.clientHeight;
    if (width === 0 || height === 0) return;
    const scale = height / this.scene.height;
    if (this.#bars.height !== Math.round(height * view.ratio)) this.#drawBars(width, height, view.ratio);
    if (element.width !== this.#bars.width) element.width = this.#bars.width;
    if (element.height !== this.#bars.height) element.height = this.#bars.height;

    const canvas = element.getContext('2d')!;
    canvas.setTransform(1, 0, 0, 1, 0, 0);
    canvas.clearRect(0, 0, element.width, element.height);
    canvas.drawImage(this.#bars, 0, 0);
    canvas.scale(view.ratio, view.ratio);
    canvas.fillStyle = this.colours.accent;
    found?.forEach(box => canvas.fillRect(width - 5, this.scene.laid.y[box]! * scale - 1, 5, 2));
    canvas.fillStyle = this.colours.ink;
    if (selected !== null) canvas.fillRect(width - 7, this.scene.laid.y[selected]! * scale - 1.5, 7, 3);
    this.#frame(canvas, view, width, height, scale);
  }

  #frame(canvas: CanvasRenderingContext2D, view: View, width: number, height: number, scale: number): void {
    const region = view.region();
    const top = Math.max(0, region.top * scale);
    const tall = Math.max(4, Math.min(height, region.bottom * scale) - top);
    canvas.globalAlpha = 0.08;
    canvas.fillRect(0, top, width, tall);
    canvas.globalAlpha = 0.6;
    canvas.strokeStyle = this.colours.ink;
    canvas.strokeRect(0.5, Math.round(top) + 0.5, width - 1, Math.max(3, Math.round(tall) - 1));
    canvas.globalAlpha = 1;
  }

  /** For each line of the strip a bar for the highest share that lies there. */
  #drawBars(width: number, height: number, ratio: number): void {
    this.#bars.width = Math.round(width * ratio);
    this.#bars.height = Math.round(height * ratio);
    const canvas = this.#bars.getContext('2d')!;
    canvas.scale(ratio, ratio);
    const { shares, highest: highestShare } = this.colouring;
    const scale = height / this.scene.height;
    const highest = new Float64Array(Math.ceil(height) + 1);
    shares.forEach((share, i) => {
      const line = Math.floor(this.scene.laid.y[i]! * scale);
      highest[line] = Math.max(highest[line]!, share);
    });
    const ramp = rampOf(this.colours.ramp);
    const thick = Math.max(1, Math.min(3, this.scene.boxHeight * scale));
    highest.forEach((share, line) => {
      const value = intensity(share, highestShare);
      if (value === 0) return;
      canvas.fillStyle = ramp(Math.max(0.25, value));
      canvas.fillRect(0, line, Math.max(2, value * (width - 9)), thick);
    });
  }
}
