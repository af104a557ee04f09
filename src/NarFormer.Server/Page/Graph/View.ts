import type { Region } from './Scene.js';

/** What part of the graph a canvas shows: moved by x and y, enlarged k times; sizes in CSS pixels. */
export class View {
  constructor(readonly x: number, readonly y: number, readonly k: number, readonly width: number, readonly height: number, readonly ratio: number) {}

  region(): Region {
    return { left: -this.x / this.k, top: -this.y / this.k, right: (this.width - this.x) / this.k, bottom: (this.height - this.y) / this.k };
  }

  /** The place in the graph under a point of the canvas. */
  at(x: number, y: number): [number, number] {
    return [(x - this.x) / this.k, (y - this.y) / this.k];
  }
}
