import { scaleLinear } from 'd3-scale';

/** Colours from low to high, for a value between 0 and 1. */
export const rampOf = (colours: readonly string[]): ((value: number) => string) =>
  scaleLinear<string>().domain(colours.map((_, i) => i / (colours.length - 1))).range(colours).clamp(true);
