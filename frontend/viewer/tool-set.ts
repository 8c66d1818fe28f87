import { imageName, isFigure, type Annotation, type FigureKind } from './annotation';
import { AnnotationHand } from './annotation-hand';
import { AnnotationLayer } from './annotation-layer';
import type { AnnotationStore } from './annotation-store';
import { completed, type Ask } from './annotation-questions';
import { canCalibrate } from './calibration';
import { cornerstone, type Tools } from './cornerstone';
import { dragTool, pointTool } from './drag-tools';
import type { EventBus } from './event-bus';
import { finePan } from './fine-pan';
import type { Frame } from './frame';
import { findFrame } from './frame-registry';
import { loadTools } from './load-tools';
import { measurementOf, type Measurement } from './measurement';
import type { Messages } from './messages';
import type { ReaderSettings } from './settings/reader-settings';
import type { MouseSettings } from './settings/settings';
import { isViewTool, VIEW_TOOLS, type ViewTool } from './view-tools';

/** What the left button or one finger does. */
export type ToolName = ViewTool | FigureKind | 'eraser';

/** Masks of MouseEvent.buttons. */
const LEFT = 1;
const RIGHT = 2;
const MIDDLE = 4;

/** Pointer travel for one slice. */
const SCROLL_STEP_PX = 6;

/** What drawing needs, the same on all pictures of a viewer. */
export interface DrawingPorts {
  readonly messages: Messages;
  /** All annotations of the study; several elements may show the same. */
  readonly annotations: AnnotationStore;
  readonly ask: Ask;
  /** Tells the reader why something was not done. */
  readonly tell: (sentence: string) => void;
  /** What the reader has on the other buttons and the wheel. */
  readonly settings: ReaderSettings;
}

export interface ToolSetPorts extends DrawingPorts {
  readonly onWindowDrag: (drag: { dx: number; dy: number }) => void;
}

/** The tools on one viewport and which of them the buttons and fingers hold. */
export class ToolSet {
  readonly #layer: AnnotationLayer;
  readonly #hand: AnnotationHand;
  readonly #endSettings: () => void;
  #active: ToolName;
  #tools: Tools | undefined;
  #isAsked = false;
  #isDisposed = false;
  #travelPx = 0;
  /** A figure that waits for its words. */
  #pending: Annotation | undefined;

  constructor(
    readonly element: HTMLElement,
    readonly bus: EventBus,
    readonly ports: ToolSetPorts,
    active: ToolName,
  ) {
    this.#active = active;
    const store = ports.annotations;
    this.#endSettings = ports.settings.onChange(() => this.#bind(false));
    this.#layer = new AnnotationLayer(element, {
      store,
      messages: ports.messages,
      frameOf: findFrame,
      drafted: () => this.#pending ?? this.#hand.drafted,
      activeId: () => this.#hand.activeId,
    });
    this.#hand = new AnnotationHand(element, {
      store,
      frame: () => this.#frame,
      tool: () => (isViewTool(this.#active) ? undefined : this.#active),
      labels: () => this.#layer.labels,
      onHold: (isHeld) => this.#bind(isHeld),
      onDrawn: (figure) => void this.#keep(figure),
      onChanged: (before, after) => store.commit([{ before, after: this.#layer.measured(after) }]),
      onErased: (before) => store.commit([{ before, after: undefined }]),
      onLooks: () => this.#layer.redraw(),
    });
  }

  get active(): ToolName {
    return this.#active;
  }

  /** Whether the tools are loaded and follow the mouse and the fingers. */
  get isAttached(): boolean {
    return this.#tools !== undefined;
  }

  /** Whether the left button draws. */
  get isDrawing(): boolean {
    return !isViewTool(this.#active);
  }

  /** Whether something is being drawn or moved, when the picture must not change below it. */
  get isBusy(): boolean {
    return this.#hand.isBusy || this.#pending !== undefined;
  }

  /** Loads and adds the tools, once; until then the choice of a tool is only remembered. */
  async attach(): Promise<void> {
    if (this.#isAsked) {
      return;
    }
    this.#isAsked = true;
    const tools = await loadTools();
    if (!this.#isDisposed) {
      this.#add(tools);
    }
  }

  /** Nothing is added any more to an element that is gone. */
  dispose(): void {
    this.#isDisposed = true;
    this.#endSettings();
    this.#hand.cancel();
    this.#layer.dispose();
  }

  activate(name: ToolName): void {
    this.#active = name;
    this.#travelPx = 0;
    this.#hand.cancel();
    this.#bind(false);
    this.bus.emit('changed', undefined);
  }

  /** Gives up what is being drawn. */
  cancel(): void {
    this.#hand.cancel();
  }

  /** Closes an outline that is drawn corner by corner. */
  close(): void {
    this.#hand.close();
  }

  /** Of these frames, in their order. */
  measurements(frames: readonly Frame[]): Measurement[] {
    if (this.ports.annotations.isEmpty) {
      return [];
    }
    const places = new Map(frames.map((frame, place) => [imageName(frame), place]));
    const place = (annotation: Annotation) => places.get(imageName(annotation)) ?? -1;
    return this.ports.annotations.all
      .filter((annotation) => isFigure(annotation) && place(annotation) >= 0)
      .sort((a, b) => place(a) - place(b))
      .map(measurementOf);
  }

  /** Removes every measurement of these frames in one step, which can be undone. */
  clear(frames: readonly Frame[]): void {
    const { annotations } = this.ports;
    const gone = frames.flatMap((frame) => annotations.on(frame)).filter(isFigure);
    annotations.commit(gone.map((before) => ({ before, after: undefined })));
  }

  /** Removes the figure under the pointer, else the one added last to this frame. */
  removeLast(frame: Frame): void {
    const { annotations } = this.ports;
    const hovered = this.#hand.activeId;
    const gone = annotations.get(hovered ?? '') ?? annotations.on(frame).filter(isFigure).at(-1);
    this.#hand.cancel();
    annotations.commit(gone ? [{ before: gone, after: undefined }] : []);
  }

  get #frame(): Frame | undefined {
    const { image } = cornerstone.getEnabledElement(this.element);
    return image && findFrame(image.imageId);
  }

  async #keep(figure: Annotation): Promise<void> {
    const frame = this.#frame;
    if (!frame) {
      return;
    }
    if (figure.kind === 'calibration' && !canCalibrate(frame)) {
      this.ports.tell(this.ports.messages.get('measure.knownSpacing'));
    }
    this.#pending = figure;
    const whole = await completed(figure, frame, this.ports.ask, this.ports.messages);
    this.#pending = undefined;
    if (whole && !this.#isDisposed) {
      const after = this.#layer.measured(whole);
      this.ports.annotations.commit([{ before: undefined, after }]);
      this.bus.emit('measurement-completed', measurementOf(after));
    }
    if (!this.#isDisposed) {
      this.#layer.redraw();
    }
  }

  #add(tools: Tools): void {
    // cornerstone-tools learns of elements by this event, which for ours came before the tools did.
    cornerstone.triggerEvent(cornerstone.events, cornerstone.EVENTS.ELEMENT_ENABLED, { element: this.element });
    const classes = [
      dragTool(tools, VIEW_TOOLS.window, this.ports.onWindowDrag),
      dragTool(tools, VIEW_TOOLS.scroll, ({ dy }) => this.#scroll(dy)),
      // The magnifier follows the pointer itself.
      dragTool(tools, VIEW_TOOLS.magnify, () => undefined),
      pointTool(tools, VIEW_TOOLS.crosshairs, (at) => this.bus.emit('pointed-at', at)),
      finePan(tools.PanTool),
      finePan(tools.PanMultiTouchTool),
      tools.ZoomTouchPinchTool,
    ];
    classes.forEach((tool) => tools.addToolForElement(this.element, tool));
    tools.addToolForElement(this.element, tools.ZoomTool, {
      configuration: { invert: true, minScale: 0.05, maxScale: 30 },
    });
    tools.setToolActiveForElement(this.element, 'PanMultiTouch', { touchPointers: 2 });
    tools.setToolActiveForElement(this.element, 'ZoomTouchPinch', {});
    this.#tools = tools;
    this.#bind(false);
    this.bus.emit('changed', undefined);
  }

  /** @param isHeld whether the left button and the finger are needed for a figure now */
  #bind(isHeld: boolean): void {
    const tools = this.#tools;
    if (!tools) {
      return;
    }
    const left = !isHeld && isViewTool(this.#active) ? this.#active : undefined;
    Object.values(VIEW_TOOLS).forEach((tool) => tools.setToolPassiveForElement(this.element, tool));
    for (const [tool, masks] of bindings(left, this.ports.settings.now.mouse)) {
      // A finger does what the left button does, and nothing while that one draws.
      const interactions = tool === left ? (['Mouse', 'Touch'] as const) : (['Mouse'] as const);
      tools.setToolActiveForElement(this.element, VIEW_TOOLS[tool], { mouseButtonMask: masks }, interactions);
    }
  }

  #scroll(dy: number): void {
    this.#travelPx += dy;
    const steps = Math.trunc(this.#travelPx / SCROLL_STEP_PX);
    if (steps !== 0) {
      this.#travelPx -= steps * SCROLL_STEP_PX;
      this.bus.emit('scroll-by', steps);
    }
  }
}

/** The middle and the right button hold theirs, whatever the left one does. */
function bindings(left: ViewTool | undefined, { middle, right }: MouseSettings): Map<ViewTool, number[]> {
  const masks = new Map<ViewTool, number[]>();
  for (const [tool, mask] of [[left, LEFT], [middle, MIDDLE], [right, RIGHT]] as const) {
    if (tool) {
      masks.set(tool, [...(masks.get(tool) ?? []), mask]);
    }
  }
  return masks;
}
