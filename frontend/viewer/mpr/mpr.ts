import type { AnnotationStore } from '../annotation-store';
import type { EventBus } from '../event-bus';
import type { Frame } from '../frame';
import type { ImagePoint } from '../measure';
import type { Messages } from '../messages';
import type { DrawingPorts, ToolName } from '../tool-set';
import { valueUnit, type ValueUnit } from '../value-unit';
import type { Vector } from '../vector';
import { onDoublePress } from '../touch-gestures';
import { isSameWindow, type Windowing } from '../window-presets';
import type { CrossAxes } from './cross-drag';
import { MprEngine } from './mpr-engine';
import { planeNotes } from './mpr-notes';
import { PlaneCell } from './plane-cell';
import { onGrid, placeIn, planeStacks, pointOf, PLANE_NAMES, type PlaneName } from './planes';
import { reductionFor } from './reduction';
import { SINGLE_PLANE, type Slab } from './slab';
import { sliceSpacing, type SliceSpacing, type VolumeGeometry } from './volume';
import { VolumeFeed } from './volume-feed';

export interface MprStart {
  readonly seriesInstanceUID: string;
  readonly geometry: VolumeGeometry;
  /** In the order of the geometry. */
  readonly frames: readonly Frame[];
  /** Place of the slice the reader came from. */
  readonly place: number;
  /** The window he looked through, undefined for that of the file. */
  readonly windowing: Windowing | undefined;
  readonly drawing: DrawingPorts;
  /** Memory that the volume may take. */
  readonly mostBytes: number;
}

/** While slices arrive the planes are cut again this often, ms. */
const REFRESH_MS = 150;

/** The volume of one series in three planes at right angles that meet in one point of the patient. */
export class Mpr {
  readonly seriesInstanceUID: string;
  readonly cells: readonly PlaneCell[];
  readonly spacing: SliceSpacing;
  /** How many pixels of the files along each edge were made one to save memory. */
  readonly reduction: number;
  readonly sliceCount: number;
  readonly #bus: EventBus;
  readonly valueUnit: ValueUnit;
  /** Of the tools on the planes. */
  readonly annotations: AnnotationStore;
  readonly #engine: MprEngine;
  readonly #feed: VolumeFeed;
  readonly #startWindow: Windowing | undefined;
  #active: PlaneCell;
  #point: Vector;
  #slab = SINGLE_PLANE;
  #tool: ToolName = 'crosshairs';
  #isMaximised = false;
  #failure: string | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: MprStart, bus: EventBus) {
    const { geometry, frames, place, drawing } = start;
    const stacks = planeStacks(geometry);
    const source = frames[place];
    this.#bus = bus;
    this.annotations = drawing.annotations;
    this.#startWindow = start.windowing;
    this.seriesInstanceUID = start.seriesInstanceUID;
    this.spacing = sliceSpacing(geometry);
    this.reduction = reductionFor(geometry, start.mostBytes);
    this.sliceCount = frames.length;
    this.valueUnit = valueUnit(source.attributes);
    const notes = (messages: Messages) => planeNotes(this, messages);
    this.cells = PLANE_NAMES.map((name) => new PlaneCell(stacks[name], source, this.#tool, drawing, notes));
    this.#active = this.cells[0];
    this.#point = onGrid(stacks.axial, middleOf(geometry, place));
    this.#engine = new MprEngine(geometry, this.reduction, {
      onPlane: (wish, answer) => this.#show(wish.stack.name, () => this.cell(wish.stack.name).show(wish, answer)),
      onFailure: (reason) => this.#fail(reason),
    });
    this.#feed = new VolumeFeed(frames, {
      onSlice: (at, slice) => this.#engine.put(at, slice),
      onProgress: () => this.#onProgress(),
    });
    this.cells.forEach((cell) => this.#wire(cell));
    void this.#feed.from(place);
  }

  get active(): PlaneCell {
    return this.#active;
  }

  /** Where the three planes meet, in mm in the patient's system. */
  get point(): Vector {
    return this.#point;
  }

  get slab(): Slab {
    return this.#slab;
  }

  get tool(): ToolName {
    return this.#tool;
  }

  get isMaximised(): boolean {
    return this.#isMaximised;
  }

  get loaded(): number {
    return this.#feed.loaded;
  }

  /** Images that could not be had; the planes are black where they would be. */
  get failed(): number {
    return this.#feed.failed;
  }

  /** Why there are no planes, undefined when there are. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether all images are in the planes on the screen. */
  get isReady(): boolean {
    const seen = this.cells.filter(({ isVisible }) => isVisible);
    const isCutting = seen.some((cell) => this.#engine.isCutting(cell.name) || cell.shownIndex !== this.indexIn(cell));
    return this.#feed.isDone && !isCutting && this.#refreshTimer === undefined;
  }

  /** Value at the crosshairs in its unit, undefined outside of the volume. */
  get value(): number | undefined {
    const shown = this.cells.find((cell) => cell.shownIndex === this.indexIn(cell));
    const value = shown?.valueAt(this.#point);
    return value === undefined ? undefined : value * this.valueUnit.factor;
  }

  cell(name: PlaneName): PlaneCell {
    return this.cells.find((cell) => cell.name === name)!;
  }

  /** Number of the plane of a direction that goes through the crosshairs. */
  indexIn({ planes }: PlaneCell): number {
    return Math.round(placeIn(planes, this.#point)[2]);
  }

  activate(cell: PlaneCell): void {
    if (cell !== this.#active) {
      this.#active = cell;
      this.#bus.emit('changed', undefined);
    }
  }

  /** Moves the crosshairs, and with them the planes. */
  moveTo(point: Vector): void {
    this.#point = onGrid(this.cells[0].planes, point);
    this.cells.filter((cell) => this.indexIn(cell) !== cell.shownIndex).forEach((cell) => this.#cut(cell));
    this.#bus.emit('changed', undefined);
  }

  setSlab(slab: Slab): void {
    this.#slab = slab;
    this.cells.forEach((cell) => this.#cut(cell));
    this.#bus.emit('changed', undefined);
  }

  useTool(tool: ToolName): void {
    this.#tool = tool;
    this.cells.forEach(({ tools }) => tools.activate(tool));
    this.#bus.emit('changed', undefined);
  }

  activateNext(): void {
    const next = this.cells[(this.cells.indexOf(this.#active) + 1) % this.cells.length];
    this.activate(next);
    this.#bus.emit('layout-changed', undefined);
    next.element.focus({ preventScroll: true });
  }

  /** Gives the active plane all the room, or the others theirs back. */
  toggleMaximised(): void {
    this.#isMaximised = !this.#isMaximised;
    this.#bus.emit('layout-changed', undefined);
  }

  dispose(): void {
    clearTimeout(this.#refreshTimer);
    this.#feed.stop();
    this.#engine.close();
    this.cells.forEach((cell) => cell.dispose());
  }

  #wire(cell: PlaneCell): void {
    cell.bus.forward(['changed', 'viewport-changed', 'measurements-changed'], this.#bus);
    cell.bus.on('viewport-changed', () => this.#share(cell));
    cell.bus.on('layout-changed', () => cell.shownIndex !== this.indexIn(cell) && this.#cut(cell));
    cell.bus.on('scroll-by', (steps) => this.#scroll(cell, steps));
    onDoublePress(cell.element, () => {
      this.activate(cell);
      this.toggleMaximised();
    });
    cell.lines.tell({
      crossAt: () => cell.toCss(this.#point),
      onMove: (place, axes) => this.#drag(cell, cell.viewport.canvasToPixel(place), axes),
      onTap: (place) => {
        if (this.#tool === 'crosshairs') {
          this.#drag(cell, cell.viewport.canvasToPixel(place), 'both');
        }
      },
    });
    cell.bus.on('pointed-at', (at) => this.#drag(cell, at, 'both'));
    cell.bus.on('zoom-by', ({ factor, about }) => cell.viewport.zoomBy(factor, about));
  }

  #scroll(cell: PlaneCell, steps: number): void {
    const [column, row, index] = placeIn(cell.planes, this.#point);
    if (!cell.tools.isBusy) {
      this.moveTo(pointOf(cell.planes, column, row, index + steps));
    }
  }

  /** @param at in pixels of the plane @param axes which of the two lines are being dragged */
  #drag({ planes }: PlaneCell, at: ImagePoint, axes: CrossAxes): void {
    const [column, row, index] = placeIn(planes, this.#point);
    this.moveTo(pointOf(planes, axes === 'row' ? column : at.x - 0.5, axes === 'column' ? row : at.y - 0.5, index));
  }

  /** One window for all three: they show the same values. */
  #share({ viewport }: PlaneCell): void {
    const { windowing, isInverted } = viewport;
    for (const { viewport: other } of this.cells) {
      if (other.image && windowing && !isSameWindow(windowing, other.windowing)) {
        other.setWindow(windowing);
      }
      if (other.image && other.isInverted !== isInverted) {
        other.invert();
      }
    }
  }

  /** Planes that are out of sight are cut when they come into it. */
  #cut(cell: PlaneCell): void {
    if (!cell.isVisible) {
      cell.forget();
      this.#engine.cancel(cell.name);
      return;
    }
    this.#engine.cut({ stack: cell.planes, index: this.indexIn(cell), slab: this.#slab });
  }

  #show(name: PlaneName, show: () => void): void {
    const cell = this.cell(name);
    const isFirst = cell.image === undefined;
    show();
    const window = this.#startWindow ?? this.#active.viewport.windowing;
    if (isFirst && window && cell.image) {
      cell.viewport.setWindow(window);
    }
    this.#bus.emit('changed', undefined);
  }

  #onProgress(): void {
    this.#refreshTimer ??= setTimeout(() => {
      this.#refreshTimer = undefined;
      this.cells.forEach((cell) => this.#cut(cell));
      this.#bus.emit('changed', undefined);
    }, REFRESH_MS);
    if (this.#feed.isDone) {
      this.#refreshNow();
    }
  }

  #refreshNow(): void {
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = undefined;
    this.cells.forEach((cell) => this.#cut(cell));
    this.#bus.emit('changed', undefined);
  }

  #fail(reason: string): void {
    this.#failure = reason;
    this.#bus.emit('changed', undefined);
  }
}

function middleOf({ origins, row, column, rows, columns, rowMm, columnMm }: VolumeGeometry, place: number): Vector {
  const [across, down] = [((columns - 1) / 2) * columnMm, ((rows - 1) / 2) * rowMm];
  const origin = origins[place];
  return [0, 1, 2].map((axis) => origin[axis] + row[axis] * across + column[axis] * down) as unknown as Vector;
}
