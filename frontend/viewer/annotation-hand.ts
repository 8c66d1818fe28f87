import { newId, type Annotation, type FigureKind, type ImageKey } from './annotation';
import { shifted, withHandleAt } from './annotation-figure';
import { FINGER_REACH, hitAt, MOUSE_REACH, type Hit, type LabelBox } from './annotation-hit';
import type { AnnotationStore } from './annotation-store';
import { Draft } from './draft';
import { cssToPixel, pixelToCss } from './fine-canvas';
import { imageKeyOf, type Frame } from './frame';
import type { ImagePoint } from './measure';

/** What the left button or one finger draws with; undefined while it holds something else, as the window. */
export type HandTool = FigureKind | 'eraser' | undefined;

/** Pointer travel that makes a drag of a click, CSS pixels. */
const DRAG_PX = 4;

/** Where an outline is closed by a click near its beginning, CSS pixels. */
const CLOSING_PX = 10;

export interface HandPorts {
  readonly store: AnnotationStore;
  /** The picture on the element. */
  readonly frame: () => Frame | undefined;
  readonly tool: () => HandTool;
  readonly labels: () => ReadonlyMap<string, LabelBox>;
  /** The other tools let go of the left button, or get it back. */
  readonly onHold: (isHeld: boolean) => void;
  /** A figure has all its points. */
  readonly onDrawn: (figure: Annotation) => void;
  /** A figure was changed by the hand: before and after. */
  readonly onChanged: (before: Annotation, after: Annotation) => void;
  readonly onErased: (annotation: Annotation) => void;
  readonly onLooks: () => void;
}

interface Grip extends Hit {
  readonly from: ImagePoint;
  latest: Annotation;
}

interface BegunFigure {
  readonly draft: Draft;
  readonly id: string;
  readonly image: ImageKey;
}

/** The mouse or a finger that draws, moves and erases figures on one element. */
export class AnnotationHand {
  #draft: BegunFigure | undefined;
  #grip: Grip | undefined;
  #hovered: string | undefined;
  #pressed: { readonly at: ImagePoint; readonly pointerId: number; readonly began: boolean } | undefined;
  #hasDragged = false;
  #isErasing = false;

  constructor(
    readonly element: HTMLElement,
    readonly ports: HandPorts,
  ) {
    element.addEventListener('pointerdown', (event) => this.#onPress(event), { capture: true });
    element.addEventListener('pointermove', (event) => this.#onMove(event));
    element.addEventListener('pointerup', (event) => this.#onRelease(event));
    element.addEventListener('pointercancel', () => this.cancel());
    element.addEventListener('pointerleave', () => this.#hover(undefined));
    element.addEventListener('dblclick', (event) => this.#onDoubleClick(event), { capture: true });
  }

  /** Whether something is being drawn or moved, when the picture below must not change. */
  get isBusy(): boolean {
    return this.#draft !== undefined || this.#grip !== undefined;
  }

  /** What is being drawn, as it would be if the pointer stayed where it is. */
  get drafted(): Annotation | undefined {
    return this.#draft && { ...this.#figure(this.#draft), id: this.#draft.id };
  }

  /** The figure in the hand or under the pointer. */
  get activeId(): string | undefined {
    return this.#grip?.annotation.id ?? this.#hovered;
  }

  /** Gives up what is being drawn and puts back what is being moved. */
  cancel(): void {
    if (this.#grip) {
      this.ports.store.show(this.#grip.annotation);
    }
    this.#letGo();
    this.#draft = undefined;
    this.ports.onLooks();
  }

  /** Closes an outline that is drawn corner by corner. */
  close(): void {
    this.#draft?.draft.close();
    this.#finish();
  }

  #onPress(event: PointerEvent): void {
    if (this.#isSecondFinger(event)) {
      return this.#takeBack();
    }
    const frame = this.ports.frame();
    if (event.button !== 0 || !frame || event.defaultPrevented) {
      return;
    }
    const at = this.#place(event);
    const began = this.#draft === undefined;
    const isTaken = began ? this.#begin(at, frame, event.pointerType) : this.#goOn(at);
    if (isTaken) {
      this.#pressed = { at: this.#css(event), pointerId: event.pointerId, began };
      this.#hasDragged = false;
      this.element.setPointerCapture(event.pointerId);
      this.ports.onHold(true);
      this.ports.onLooks();
    }
  }

  #goOn(at: ImagePoint): boolean {
    const draft = this.#draft?.draft;
    if (draft?.closingPoint && this.#distance(draft.closingPoint, at) < CLOSING_PX) {
      draft.close();
    } else {
      draft?.press(at);
    }
    return true;
  }

  #begin(at: ImagePoint, frame: Frame, pointerType: string): boolean {
    const tool = this.ports.tool();
    const hit = this.#hit(at, frame, pointerType);
    if (tool === 'eraser') {
      this.#isErasing = true;
      this.#erase(hit);
      return true;
    }
    if (hit) {
      this.#grip = { ...hit, from: at, latest: hit.annotation };
      return true;
    }
    if (tool) {
      this.#draft = { draft: new Draft(tool, at, frame.aspect), id: newId(), image: imageKeyOf(frame) };
      return true;
    }
    return false;
  }

  #onMove(event: PointerEvent): void {
    const frame = this.ports.frame();
    if (!frame || (this.#pressed && this.#pressed.pointerId !== event.pointerId)) {
      return;
    }
    const at = this.#place(event);
    this.#hasDragged ||= this.#pressed !== undefined && this.#travel(event) >= DRAG_PX;
    if (this.#grip) {
      this.#drag(this.#grip, at, frame);
    } else if (this.#isErasing) {
      this.#erase(this.#hit(at, frame, event.pointerType));
    } else if (this.#draft) {
      this.#draft.draft.move(at, this.#pressed !== undefined && this.#hasDragged);
      this.ports.onLooks();
    } else if (event.buttons === 0) {
      this.#hover(this.#hit(at, frame, event.pointerType)?.annotation.id);
    }
  }

  #onRelease(event: PointerEvent): void {
    if (this.#pressed?.pointerId !== event.pointerId) {
      return;
    }
    const { draft } = this.#draft ?? {};
    const grip = this.#grip;
    draft?.release(this.#place(event), this.#hasDragged);
    this.#letGo();
    if (grip && grip.latest !== grip.annotation) {
      this.ports.onChanged(grip.annotation, grip.latest);
    }
    if (draft?.isComplete) {
      this.#finish();
    }
    this.ports.onLooks();
  }

  /** Both clicks of it have drawn already; it must not also be taken for a wish to see the picture larger. */
  #onDoubleClick(event: Event): void {
    if (this.ports.tool() || this.#hovered) {
      event.stopImmediatePropagation();
    }
    this.close();
  }

  #finish(): void {
    const begun = this.#draft;
    if (!begun?.draft.isComplete) {
      return;
    }
    this.#draft = undefined;
    const figure = this.#figure(begun);
    if (this.#isVisible(figure)) {
      this.ports.onDrawn(figure);
    }
  }

  #figure({ draft, id, image }: BegunFigure): Annotation {
    return { ...image, id, kind: draft.kind, points: draft.points, label: '', quantities: [] };
  }

  /** A click without a drag makes no line, and nobody could take hold of a figure of no size. */
  #isVisible({ kind, points }: Annotation): boolean {
    const isPoint = kind === 'probe' || kind === 'text';
    return isPoint || points.some((point) => this.#distance(point, points[0]) >= 2);
  }

  #drag(grip: Grip, at: ImagePoint, frame: Frame): void {
    if (this.#hasDragged) {
      const { annotation, handle, from } = grip;
      grip.latest =
        handle === undefined
          ? shifted(annotation, at.x - from.x, at.y - from.y)
          : withHandleAt(annotation, handle, at, frame.aspect);
      this.ports.store.show(grip.latest);
    }
  }

  #erase(hit: Hit | undefined): void {
    if (hit) {
      this.ports.onErased(hit.annotation);
    }
  }

  /** A second finger means zoom, not a point: what the first has begun is taken back. */
  #takeBack(): void {
    if (this.#pressed?.began || this.#grip) {
      this.cancel();
    } else {
      this.#draft?.draft.takeBack();
      this.#letGo();
    }
  }

  #isSecondFinger({ pointerType, pointerId }: PointerEvent): boolean {
    return pointerType === 'touch' && this.#pressed !== undefined && this.#pressed.pointerId !== pointerId;
  }

  #letGo(): void {
    const wasHeld = this.#pressed !== undefined;
    this.#grip = this.#pressed = undefined;
    this.#isErasing = false;
    if (wasHeld) {
      this.ports.onHold(false);
    }
  }

  #hover(id: string | undefined): void {
    if (this.#hovered !== id) {
      this.#hovered = id;
      this.element.classList.toggle('over-figure', id !== undefined);
      this.ports.onLooks();
    }
  }

  #hit(at: ImagePoint, frame: Frame, pointerType: string): Hit | undefined {
    const { store, labels } = this.ports;
    const shown = store.on(frame).filter(({ id }) => !store.isHidden(id));
    const reach = pointerType === 'touch' ? FINGER_REACH : MOUSE_REACH;
    return hitAt(this.#onScreen(at), shown, (point) => this.#onScreen(point), reach, labels());
  }

  #place(event: PointerEvent): ImagePoint {
    const { x, y } = cssToPixel(this.element, this.#css(event));
    return { x, y };
  }

  #css({ clientX, clientY }: PointerEvent): ImagePoint {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #travel(event: PointerEvent): number {
    const [now, then] = [this.#css(event), this.#pressed?.at ?? this.#css(event)];
    return Math.hypot(now.x - then.x, now.y - then.y);
  }

  #distance(a: ImagePoint, b: ImagePoint): number {
    const [from, to] = [this.#onScreen(a), this.#onScreen(b)];
    return Math.hypot(from.x - to.x, from.y - to.y);
  }

  #onScreen(point: ImagePoint): ImagePoint {
    return pixelToCss(this.element, point);
  }
}
