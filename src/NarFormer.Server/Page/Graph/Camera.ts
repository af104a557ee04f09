import { select, type Selection } from 'd3-selection';
import 'd3-transition';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import type { Region } from './Scene.js';
import { View } from './View.js';

/** Moves over the graph: dragging, wheel, pinching, and on command. */
export class Camera {
  readonly #canvas: Selection<HTMLCanvasElement, unknown, null, undefined>;
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  readonly #observer: ResizeObserver;
  #transform: ZoomTransform = zoomIdentity;
  #waiting: Region | null = null;
  #width = 0;
  #height = 0;

  constructor(readonly element: HTMLCanvasElement, readonly content: { readonly width: number; readonly height: number }, readonly changed: () => void) {
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .clickDistance(4)
      .filter((event: MouseEvent | WheelEvent) => event.button === 0 || event.button === undefined)
      .wheelDelta(event => -event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.005))
      .translateExtent([[0, 0], [content.width, content.height]])
      .on('zoom', (event: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
        this.#transform = event.transform;
        changed();
      });
    this.#canvas = select(element);
    this.#canvas.call(this.#zoom).on('dblclick.zoom', null);
    const zoomWheel = this.#canvas.on('wheel.zoom')!;
    this.#canvas.on('wheel.zoom', function wheel(event: WheelEvent, datum) {
      if (event.ctrlKey || event.metaKey) zoomWheel.call(this, event, datum);
    });
    element.addEventListener('wheel', this.#scroll, { passive: false });
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(element);
  }

  get view(): View {
    const { x, y, k } = this.#transform;
    return new View(x, y, k, this.#width, this.#height, devicePixelRatio);
  }

  /** Shows the whole width from the top, not enlarged. */
  fitWidth(): void {
    const k = Math.min(1, this.#width / this.content.width);
    this.#go(zoomIdentity.translate((this.#width - this.content.width * k) / 2, 0).scale(k), false);
  }

  /** Shows everything. */
  fit(): void {
    const k = Math.min(1, this.#width / this.content.width, this.#height / this.content.height);
    this.#go(zoomIdentity.translate((this.#width - this.content.width * k) / 2, (this.#height - this.content.height * k) / 2).scale(k), true);
  }

  /** Brings a region to the middle, large enough to be read. */
  show(region: Region): void {
    if (this.#width === 0) {
      this.#waiting = region;
      return;
    }

    const k = Math.max(this.#transform.k, 0.8);
    const x = (region.left + region.right) / 2;
    const y = (region.top + region.bottom) / 2;
    this.#go(zoomIdentity.translate(this.#width / 2 - x * k, this.#height / 2 - y * k).scale(k), true);
  }

  /** Moves the height in the middle of the view. */
  showHeight(y: number): void {
    this.#canvas.call(this.#zoom.translateTo, this.view.at(this.#width / 2, 0)[0], y);
  }

  enlarge(factor: number): void {
    this.#canvas.call(this.#zoom.scaleBy, factor);
  }

  move(dx: number, dy: number): void {
    this.#canvas.call(this.#zoom.translateBy, dx / this.#transform.k, dy / this.#transform.k);
  }

  close(): void {
    this.#observer.disconnect();
    this.#canvas.interrupt().on('.zoom', null);
    this.element.removeEventListener('wheel', this.#scroll);
  }

  #go(target: ZoomTransform, softly: boolean): void {
    const place = this.#zoom.constrain()(target, [[0, 0], [this.#width, this.#height]], this.#zoom.translateExtent());
    const still = !softly || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) this.#canvas.call(this.#zoom.transform, place);
    else this.#canvas.transition().duration(220).call(this.#zoom.transform, place);
  }

  /** The wheel scrolls the graph, and the page once the graph has ended. */
  readonly #scroll = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const before = this.#transform;
    const unit = event.deltaMode === 1 ? 20 : 1;
    const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.move(-dx * unit, -dy * unit);
    if (this.#transform.x !== before.x || this.#transform.y !== before.y) event.preventDefault();
  };

  // A drawing that is not shown for a moment, as when the page is printed, has no size and keeps its place.
  #resize(): void {
    if (this.element.clientWidth === 0 || this.element.clientHeight === 0) return;
    const first = this.#width === 0;
    this.#width = this.element.clientWidth;
    this.#height = this.element.clientHeight;
    this.element.width = Math.round(this.#width * devicePixelRatio);
    this.element.height = Math.round(this.#height * devicePixelRatio);
    const whole = Math.min(1, this.#width / this.content.width, this.#height / this.content.height);
    this.#zoom.extent([[0, 0], [this.#width, this.#height]]).scaleExtent([whole * 0.9, 3]);
    if (first) this.fitWidth();
    if (first && this.#waiting !== null) this.show(this.#waiting);
    this.changed();
  }
}
