import type { Camera } from './Camera.js';
import type { Scene } from './Scene.js';

interface Situation {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly selected: number | null;
  readonly onSelect: (box: number | null) => void;
  readonly onOpen: () => void;
}

/** Arrows walk along links and rows, with Shift they move the view; + - 0 zoom; Enter opens the details. */
export function graphKeys(event: KeyboardEvent, { scene, camera, selected, onSelect, onOpen }: Situation): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = 80;
  const actions: Record<string, () => void> = event.shiftKey
    ? {
        ArrowUp: () => camera.move(0, step),
        ArrowDown: () => camera.move(0, -step),
        ArrowLeft: () => camera.move(step, 0),
        ArrowRight: () => camera.move(-step, 0),
        '+': () => camera.enlarge(1.25),
      }
    : {
        ArrowUp: () => walk(selected === null ? scene.diagram.boxes.length - 1 : scene.diagram.above[selected]![0]),
        ArrowDown: () => walk(selected === null ? topmost(scene) : scene.diagram.below[selected]![0]),
        ArrowLeft: () => selected !== null && walk(scene.beside(selected, -1)),
        ArrowRight: () => selected !== null && walk(scene.beside(selected, 1)),
        Home: () => walk(topmost(scene)),
        End: () => walk(scene.laid.y.indexOf(Math.max(...scene.laid.y))),
        PageUp: () => camera.move(0, camera.view.height * 0.9),
        PageDown: () => camera.move(0, -camera.view.height * 0.9),
        Enter: () => selected !== null && onOpen(),
        Escape: () => onSelect(null),
        '+': () => camera.enlarge(1.25),
        '=': () => camera.enlarge(1.25),
        '-': () => camera.enlarge(0.8),
        '0': () => camera.fit(),
        w: () => camera.fitWidth(),
      };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();

  function walk(box: number | null | undefined): void {
    if (box === null || box === undefined) return;
    onSelect(box);
    camera.show(scene.regionOf(box));
  }
}

const topmost = (scene: Scene): number => scene.laid.y.indexOf(Math.min(...scene.laid.y));
