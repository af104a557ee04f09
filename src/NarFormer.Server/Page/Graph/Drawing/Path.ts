/** Adds a smooth line through the points x0, y0, x1, y1 …, upright at each; straight where it is too small to tell. */
export function trace(canvas: CanvasPath, path: readonly number[], zoom: number): void {
  canvas.moveTo(path[0]!, path[1]!);
  for (let i = 2; i < path.length; i += 2) {
    const x0 = path[i - 2]!;
    const y0 = path[i - 1]!;
    const x1 = path[i]!;
    const y1 = path[i + 1]!;
    const middle = (y0 + y1) / 2;
    if (zoom < 0.2 || x0 === x1) canvas.lineTo(x1, y1);
    else canvas.bezierCurveTo(x0, middle, x1, middle, x1, y1);
  }
}
