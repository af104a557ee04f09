import { useEffect, useRef } from 'preact/hooks';
import { useColours } from '../Parts/useColours.js';
import { Camera } from './Camera.js';
import type { Colouring } from './Colouring.js';
import { DepthStrip } from './DepthStrip.js';
import { Painter } from './Drawing/Painter.js';
import type { Emphasis } from './Drawing/Emphasis.js';
import { graphKeys } from './GraphKeys.js';
import type { Scene } from './Scene.js';

interface Properties {
  readonly scene: Scene;
  readonly colouring: Colouring;
  readonly label: string;
  readonly selected: number | null;
  readonly found: ReadonlySet<number> | null;
  readonly onSelect: (box: number | null) => void;
  readonly onOpen: () => void;
  readonly cameraReady: (camera: Camera | null) => void;
}

/** The drawing itself: paints once a frame at most, answers pointer and keys. */
export function GraphCanvas({ scene, colouring, label, selected, found, onSelect, onOpen, cameraReady }: Properties) {
  const element = useRef<HTMLCanvasElement>(null);
  const strip = useRef<HTMLCanvasElement>(null);
  const colours = useColours();
  const state = useRef({ camera: null as Camera | null, paint: () => undefined as void, emphasis: { selected, hovered: null, found } as Emphasis });
  state.current.emphasis = { ...state.current.emphasis, selected, found };

  useEffect(() => {
    const camera = new Camera(element.current!, scene, () => state.current.paint());
    state.current.camera = camera;
    cameraReady(camera);
    return () => {
      cameraReady(null);
      state.current.camera = null;
      camera.close();
    };
  }, [scene]);

  useEffect(() => {
    const painter = new Painter(scene, colours, colouring);
    const depth = new DepthStrip(scene, colours, colouring);
    const canvas = element.current!.getContext('2d')!;
    const side = strip.current!;
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const view = state.current.camera?.view;
      if (view === undefined || view.width === 0) return;
      painter.paint(canvas, view, state.current.emphasis);
      depth.paint(side, view, state.current.emphasis);
    };
    state.current.paint = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    state.current.paint();
    return () => cancelAnimationFrame(frame);
  }, [scene, colours, colouring]);

  useEffect(() => state.current.paint(), [selected, found]);

  const boxUnder = (event: MouseEvent): number | null => {
    const view = state.current.camera?.view;
    return view === undefined ? null : scene.boxAt(...view.at(event.offsetX, event.offsetY));
  };
  const hover = (box: number | null): void => {
    if (box === state.current.emphasis.hovered) return;
    state.current.emphasis = { ...state.current.emphasis, hovered: box };
    element.current!.classList.toggle('pointing', box !== null);
    state.current.paint();
  };
  const jump = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    strip.current!.setPointerCapture(event.pointerId);
    state.current.camera?.showHeight((event.offsetY / strip.current!.clientHeight) * scene.height);
  };

  return (
    <div class="graph-canvas">
      <canvas
        ref={element}
        tabIndex={0}
        role="application"
        aria-roledescription="graph"
        aria-label={label}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Enter + - 0 Escape"
        onPointerMove={event => hover(boxUnder(event))}
        onPointerLeave={() => hover(null)}
        onClick={event => onSelect(boxUnder(event))}
        onKeyDown={event => state.current.camera && graphKeys(event, { scene, camera: state.current.camera, selected, onSelect, onOpen })}
      />
      <canvas ref={strip} class="strip" aria-hidden="true" title="Share of the cost from top to bottom; click to go there" onPointerDown={jump} onPointerMove={jump} />
    </div>
  );
}
