import type { Diagram } from './Diagram.js';
import type { Dag, Laid } from './Layout/Dag.js';

/** A rectangle of the laid out graph. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const bandHeight = 600;

/** A diagram with places, and what is where. */
export class Scene {
  readonly width: number;
  readonly height: number;
  readonly boxHeight: number;
  readonly #boxesInBand: number[][] = [];
  readonly #linksInBand: number[][] = [];

  constructor(readonly diagram: Diagram, readonly dag: Dag, readonly laid: Laid) {
    this.width = laid.width;
    this.height = laid.height;
    this.boxHeight = dag.height;
    laid.y.forEach((y, box) => this.#enter(this.#boxesInBand, y - dag.height / 2, y + dag.height / 2, box));
    laid.paths.forEach((path, link) => this.#enter(this.#linksInBand, path[1]!, path[path.length - 1]!, link));
  }

  regionOf(box: number): Region {
    const x = this.laid.x[box]!;
    const y = this.laid.y[box]!;
    const half = this.dag.widths[box]! / 2;
    return { left: x - half, right: x + half, top: y - this.boxHeight / 2, bottom: y + this.boxHeight / 2 };
  }

  boxesIn(region: Region): number[] {
    return this.#among(this.#boxesInBand, region).filter(box => overlaps(this.regionOf(box), region));
  }

  /** Links that may be seen in the region. */
  linksIn(region: Region): number[] {
    return this.#among(this.#linksInBand, region);
  }

  boxAt(x: number, y: number): number | null {
    return this.boxesIn({ left: x, right: x, top: y, bottom: y })[0] ?? null;
  }

  /** The nearest box to the left (-1) or right (1) in the same row. */
  beside(box: number, direction: -1 | 1): number | null {
    const { top, bottom } = this.regionOf(box);
    const from = this.laid.x[box]!;
    const row = this.boxesIn({ left: -Infinity, right: Infinity, top: top + 1, bottom: bottom - 1 });
    const candidates = row.filter(other => direction * (this.laid.x[other]! - from) > 0);
    candidates.sort((a, b) => direction * (this.laid.x[a]! - this.laid.x[b]!));
    return candidates[0] ?? null;
  }

  #enter(bands: number[][], top: number, bottom: number, item: number): void {
    for (let band = bandOf(top); band <= bandOf(bottom); band++) (bands[band] ??= []).push(item);
  }

  #among(bands: readonly number[][], region: Region): number[] {
    const found = new Set<number>();
    const last = Math.min(bandOf(region.bottom), bands.length - 1);
    for (let band = bandOf(region.top); band <= last; band++) bands[band]?.forEach(item => found.add(item));
    return [...found];
  }
}

const bandOf = (y: number): number => Math.max(0, Math.floor(y / bandHeight));

const overlaps = (a: Region, b: Region): boolean => a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
