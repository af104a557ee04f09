/** A graph to be laid out: node sizes by index and edges [from, to]. */
export interface Dag {
  readonly widths: readonly number[];
  readonly height: number;
  readonly edges: readonly (readonly [from: number, to: number])[];
}

/** Where everything lies; node positions are centres, a path is x0, y0, x1, y1 … from source to target. */
export interface Laid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly paths: readonly (readonly number[])[];
  readonly width: number;
  readonly height: number;
}
