import { cornerstone, type ToolEvent, type Tools } from './cornerstone';
import { dragTool, pointTool } from './drag-tools';
import type { EventBus } from './event-bus';
import type { Frame } from './frame';
import { knownFrame } from './frame-registry';
import { measurementOf, type Measurement, type MeasurementKind } from './measurement';
import { finePan } from './fine-pan';
import { loadTools } from './load-tools';
import { imageIdOf, measuringTools, TOOL_NAMES, toolData } from './measuring-tools';

/** What the left button or one finger does. */
export type ToolName = 'window' | 'scroll' | 'zoom' | 'pan' | 'crosshairs' | 'length' | 'angle';

/** Masks of MouseEvent.buttons. */
const LEFT = 1;
const RIGHT = 2;
const MIDDLE = 4;

const NAMES: Readonly<Record<ToolName, string>> = {
  window: 'Window',
  scroll: 'Scroll',
  zoom: 'Zoom',
  pan: 'Pan',
  crosshairs: 'PatientPoint',
  ...TOOL_NAMES,
};

/** Pointer travel for one slice. */
const SCROLL_STEP_PX = 6;

const KINDS = Object.keys(TOOL_NAMES) as MeasurementKind[];

export interface ToolSetPorts {
  readonly onWindowDrag: (drag: { dx: number; dy: number }) => void;
  readonly detectorWord: () => string;
}

/** The tools on one viewport and which of them the buttons and fingers hold. */
export class ToolSet {
  #active: ToolName;
  #tools: Tools | undefined;
  #isAsked = false;
  #isDisposed = false;
  #travelPx = 0;

  constructor(
    readonly element: HTMLElement,
    readonly bus: EventBus,
    readonly ports: ToolSetPorts,
    active: ToolName,
  ) {
    this.#active = active;
  }

  get active(): ToolName {
    return this.#active;
  }

  /** Whether the tools are loaded and follow the mouse and the fingers. */
  get isAttached(): boolean {
    return this.#tools !== undefined;
  }

  /** Whether a measurement is being drawn or moved, when the picture must not change below it. */
  get isBusy(): boolean {
    return this.#tools?.store.state.isToolLocked ?? false;
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
  }

  #add(tools: Tools): void {
    // cornerstone-tools learns of elements by this event, which for ours came before the tools did.
    cornerstone.triggerEvent(cornerstone.events, cornerstone.EVENTS.ELEMENT_ENABLED, { element: this.element });
    const measuring = measuringTools(tools, this.ports.detectorWord);
    const classes = [
      dragTool(tools, NAMES.window, this.ports.onWindowDrag),
      dragTool(tools, NAMES.scroll, ({ dy }) => this.#scroll(dy)),
      pointTool(tools, NAMES.crosshairs, (at) => this.bus.emit('pointed-at', at)),
      finePan(tools.PanTool),
      finePan(tools.PanMultiTouchTool),
      tools.ZoomTouchPinchTool,
      measuring.length,
      measuring.angle,
    ];
    classes.forEach((tool) => tools.addToolForElement(this.element, tool));
    tools.addToolForElement(this.element, tools.ZoomTool, {
      configuration: { invert: true, minScale: 0.05, maxScale: 30 },
    });
    tools.setToolActiveForElement(this.element, 'PanMultiTouch', { touchPointers: 2 });
    tools.setToolActiveForElement(this.element, 'ZoomTouchPinch', {});
    this.#tools = tools;
    this.#listen(tools);
    this.activate(this.#active);
  }

  activate(name: ToolName): void {
    this.#active = name;
    this.#travelPx = 0;
    const tools = this.#tools;
    if (tools) {
      for (const other of Object.values(NAMES)) {
        tools.setToolPassiveForElement(this.element, other);
      }
      for (const [tool, masks] of bindings(name)) {
        tools.setToolActiveForElement(this.element, NAMES[tool], { mouseButtonMask: masks });
      }
      tools.setToolActiveForElement(this.element, NAMES[name], { mouseButtonMask: bindings(name).get(name) ?? [LEFT] });
    }
    this.bus.emit('changed', undefined);
  }

  measurements(frames: readonly Frame[]): Measurement[] {
    const tools = this.#tools;
    if (!tools) {
      return [];
    }
    return frames
      .flatMap((frame) =>
        KINDS.flatMap((kind) => toolData(tools, frame.imageId, kind).map((data) => measurementOf(kind, data, frame))),
      )
      .filter((measurement) => measurement !== undefined);
  }

  /** Removes every measurement of these frames. */
  clear(frames: readonly Frame[]): void {
    for (const { imageId } of frames) {
      this.#tools?.globalImageIdSpecificToolStateManager.clearImageIdToolState(imageId);
    }
    this.#changed();
  }

  /** Removes the measurement added last to this frame. */
  removeLast(frame: Frame): void {
    const kind = this.measurements([frame]).at(-1)?.kind;
    const data = kind && this.#tools && toolData(this.#tools, frame.imageId, kind).at(-1);
    if (data && kind) {
      this.#tools?.removeToolState(this.element, TOOL_NAMES[kind], data);
      this.#changed();
    }
  }

  #listen(tools: Tools): void {
    const kindOf = (name: string) => KINDS.find((kind) => TOOL_NAMES[kind] === name);
    this.element.addEventListener(tools.EVENTS.MEASUREMENT_COMPLETED, (event) => {
      const { toolName, measurementData } = (event as unknown as ToolEvent).detail;
      const kind = kindOf(toolName);
      const imageId = kind && imageIdOf(tools, kind, measurementData);
      const measurement = imageId && measurementOf(kind, measurementData, knownFrame(imageId));
      if (measurement && !measurementData.cancelled) {
        this.bus.emit('measurement-completed', measurement);
        this.bus.emit('measurements-changed', undefined);
      }
    });
    this.element.addEventListener(tools.EVENTS.MEASUREMENT_MODIFIED, () =>
      this.bus.emit('measurements-changed', undefined),
    );
  }

  #changed(): void {
    if (cornerstone.getEnabledElement(this.element).image) {
      cornerstone.updateImage(this.element);
    }
    this.bus.emit('measurements-changed', undefined);
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

/** Middle always pans and right always zooms, whatever the left button holds. */
function bindings(left: ToolName): Map<ToolName, number[]> {
  const masks = new Map<ToolName, number[]>([
    ['pan', [MIDDLE]],
    ['zoom', [RIGHT]],
  ]);
  masks.set(left, [LEFT, ...(masks.get(left) ?? [])]);
  return masks;
}
