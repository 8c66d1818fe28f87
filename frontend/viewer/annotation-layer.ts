import { isFigure, type Annotation, type Quantity } from './annotation';
import type { LabelBox } from './annotation-hit';
import { Pen } from './annotation-drawing';
import { measured } from './annotation-measurer';
import type { AnnotationStore } from './annotation-store';
import { calibratedSpacing } from './calibration';
import { cornerstone, type CornerstoneImage, type ToolEvent } from './cornerstone';
import { pixelToCss, ratioOf } from './fine-canvas';
import type { Frame } from './frame';
import type { Messages } from './messages';
import { readableLines } from './readable-quantity';

export interface LayerPorts {
  readonly store: AnnotationStore;
  readonly messages: Messages;
  /** Of a picture on the element; undefined for one that does not come from a file. */
  readonly frameOf: (imageId: string) => Frame | undefined;
  /** What is being drawn right now, and what lies under the pointer. */
  readonly drafted: () => Annotation | undefined;
  readonly activeId: () => string | undefined;
}

/** Draws the annotations of the picture on an element, each time that picture is drawn. */
export class AnnotationLayer {
  readonly #endShown: () => void;
  #labels: ReadonlyMap<string, LabelBox> = new Map();

  constructor(
    readonly element: HTMLElement,
    readonly ports: LayerPorts,
  ) {
    element.addEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
    this.#endShown = ports.store.onShown(() => this.redraw());
  }

  /** Where the labels lie, CSS pixels. */
  get labels(): ReadonlyMap<string, LabelBox> {
    return this.#labels;
  }

  /** The annotation as measured on the picture that is shown, when it belongs to it. */
  measured(annotation: Annotation): Annotation {
    const { image } = cornerstone.getEnabledElement(this.element);
    const frame = image && this.ports.frameOf(image.imageId);
    return image && frame ? this.#measured(annotation, frame, image) : annotation;
  }

  redraw(): void {
    if (cornerstone.getEnabledElement(this.element).image) {
      cornerstone.updateImage(this.element);
    }
  }

  dispose(): void {
    this.#endShown();
    this.element.removeEventListener(cornerstone.EVENTS.IMAGE_RENDERED, this.#onRendered);
  }

  readonly #onRendered = (event: Event): void => {
    const { image, canvasContext } = (event as unknown as ToolEvent).detail;
    const frame = this.ports.frameOf(image.imageId);
    this.#labels = frame ? this.#draw(canvasContext, frame, image) : new Map();
  };

  #draw(context: CanvasRenderingContext2D, frame: Frame, image: CornerstoneImage): ReadonlyMap<string, LabelBox> {
    const { store, messages, drafted, activeId } = this.ports;
    const ratio = ratioOf(this.element);
    const room = { width: context.canvas.width / ratio, height: context.canvas.height / ratio };
    const pen = new Pen(context, (point) => pixelToCss(this.element, point), room);
    const draft = drafted();
    const shown = store.on(frame).filter((each) => isFigure(each) && !store.isHidden(each.id));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.drawAll(
      (draft ? [...shown, draft] : shown).map((annotation) => ({
        annotation,
        lines: readableLines(this.#measured(annotation, frame, image), messages),
        isActive: annotation === draft || annotation.id === activeId(),
      })),
    );
    context.restore();
    this.#settle(shown, frame, image);
    return pen.labels;
  }

  /** What is listed is what is seen, whatever was saved. */
  #settle(shown: readonly Annotation[], frame: Frame, image: CornerstoneImage): void {
    const others = shown.map((annotation) => this.#measured(annotation, frame, image)).filter((annotation, index) =>
      !areSame(annotation.quantities, shown[index].quantities));
    if (others.length > 0) {
      queueMicrotask(() => this.ports.store.settle(others));
    }
  }

  #measured(annotation: Annotation, frame: Frame, image: CornerstoneImage): Annotation {
    const spacing = calibratedSpacing(frame, this.ports.store.all);
    return measured(annotation, frame, image, spacing);
  }
}

function areSame(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  return a.length === b.length && a.every(({ name, value, unit }, index) =>
    name === b[index].name && value === b[index].value && unit === b[index].unit);
}
