/** What stands out in the drawing. */
export interface Emphasis {
  readonly selected: number | null;
  readonly hovered: number | null;
  /** What a search found; null without one. */
  readonly found: ReadonlySet<number> | null;
}
