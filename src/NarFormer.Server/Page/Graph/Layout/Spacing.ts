/** Distances of the layout, in pixels at zoom 1. */
export const spacing = { between: 22, ranks: 34, lane: 9, margin: 24 } as const;
