import type { ComponentChildren } from 'preact';

/** A word that classifies: measured, predicted, unfamiliar. */
export const Tag = ({ kind, title, children }: { kind: 'measured' | 'predicted' | 'warning'; title?: string; children: ComponentChildren }) => (
  <span class={`tag ${kind}`} title={title}>{children}</span>
);
