/** Fonts of the canvas, the same as the page's. */
export const fonts = {
  title: '500 13px "IBM Plex Sans Variable", system-ui, sans-serif',
  subtitle: '400 11px "IBM Plex Mono", ui-monospace, monospace',
} as const;

export const boxHeight = 40;
const padding = 12;

/** The width of each box, by its texts. */
export function boxWidths(boxes: readonly { readonly title: string; readonly subtitle: string }[]): number[] {
  const canvas = document.createElement('canvas').getContext('2d')!;
  const measure = (font: string, text: string): number => {
    canvas.font = font;
    return canvas.measureText(text).width;
  };
  return boxes.map(box => Math.ceil(Math.max(44, measure(fonts.title, box.title), measure(fonts.subtitle, box.subtitle)) + 2 * padding));
}

/** Loads the fonts before texts are measured; goes on without them when they cannot be had. */
export async function fontsLoaded(): Promise<void> {
  await Promise.allSettled([document.fonts.load(fonts.title), document.fonts.load(fonts.subtitle)]);
}
