/** The one of two colours that is easier to read on a background; all as #rrggbb or rgb(). */
export function readableOn(background: string, one: string, other: string): string {
  const light = luminance(background);
  const contrast = (text: string): number => {
    const [low, high] = [light, luminance(text)].toSorted((a, b) => a - b);
    return (high! + 0.05) / (low! + 0.05);
  };
  return contrast(one) >= contrast(other) ? one : other;
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function channels(colour: string): number[] {
  if (colour.startsWith('#')) return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255);
  return (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).slice(0, 3).map(value => Number(value) / 255);
}
