import { Cell } from './cell';
import type { EventBus, ViewerEvents } from './event-bus';
import { cellCount, gridFor, gridName, gridsFor, SINGLE, type Grid, type Room } from './grid';
import type { DrawingPorts, ToolName } from './tool-set';
import { onDoublePress } from './touch-gestures';

/** What happens in a cell and is of interest outside of it. */
const FORWARDED = [
  'image-rendered',
  'series-loaded',
  'measurement-completed',
  'viewport-changed',
  'long-pressed',
  'image-wanted',
  'changed',
] as const satisfies readonly (keyof ViewerEvents)[];

/** The cells in their grid, from the top left one along the rows; one of them is active, and may have all the room. */
export class Layout {
  readonly #bus: EventBus;
  readonly #drawing: DrawingPorts;
  #cells: readonly Cell[];
  #active: Cell;
  #leader: Cell;
  #grid = SINGLE;
  /** As chosen, for when there is room again. */
  #wanted = SINGLE;
  #room: Room = { width: Infinity, height: Infinity };
  #isMaximised = false;
  #tool: ToolName;

  constructor(bus: EventBus, tool: ToolName, drawing: DrawingPorts) {
    this.#bus = bus;
    this.#tool = tool;
    this.#drawing = drawing;
    this.#active = this.#leader = this.#newCell();
    this.#cells = [this.#active];
  }

  get cells(): readonly Cell[] {
    return this.#cells;
  }

  /** The one that keys and buttons are for. */
  get active(): Cell {
    return this.#active;
  }

  /** The one that was last used by hand: the active one, or one below the wheel. */
  get leader(): Cell {
    return this.#leader;
  }

  get grid(): Grid {
    return this.#grid;
  }

  /** The layout as it was chosen, also where there is no room for it now. */
  get wanted(): Grid {
    return this.#wanted;
  }

  /** Whether the active cell has all the room for a while. */
  get isMaximised(): boolean {
    return this.#isMaximised;
  }

  /** The cells that can be seen. */
  get visible(): readonly Cell[] {
    return this.#isMaximised ? [this.#active] : this.#cells;
  }

  /** The tool chosen for all cells. */
  get tool(): ToolName {
    return this.#tool;
  }

  /** The layouts that fit into the room. */
  get offered(): readonly Grid[] {
    return gridsFor(this.#room);
  }

  /** Makes room for more cells or takes away the last ones, never the active one. */
  choose(grid: Grid): void {
    this.#wanted = grid;
    this.#arrange(gridFor(grid, this.#room));
  }

  /** Small rooms hold fewer cells than were chosen, and turn with the phone. */
  fitInto(room: Room): void {
    this.#room = room;
    const grid = gridFor(this.#wanted, room);
    if (gridName(grid) !== gridName(this.#grid)) {
      this.#arrange(grid);
    }
  }

  lead(cell: Cell): void {
    this.#leader = cell;
  }

  activate(cell: Cell): void {
    this.lead(cell);
    if (cell !== this.#active && this.#cells.includes(cell)) {
      this.#active = cell;
      cell.stack?.prefetch();
      this.#bus.emit('changed', undefined);
    }
  }

  /** The one after the active one, with the keyboard. */
  activateNext(): void {
    const next = this.#cells[(this.#cells.indexOf(this.#active) + 1) % this.#cells.length];
    this.activate(next);
    if (this.#isMaximised) {
      this.#bus.emit('layout-changed', undefined);
    }
    next.element.focus({ preventScroll: true });
  }

  /** Gives the active cell all the room, or the others theirs back. */
  toggleMaximised(): void {
    this.#isMaximised = !this.#isMaximised && this.#cells.length > 1;
    this.#bus.emit('layout-changed', undefined);
  }

  useTool(tool: ToolName): void {
    this.#tool = tool;
    this.#cells.forEach(({ tools }) => tools.activate(tool));
  }

  /** The study is closed: every cell is vacant. */
  clear(): void {
    this.#cells.forEach((cell) => cell.leave());
  }

  dispose(): void {
    this.#cells.forEach((cell) => cell.dispose());
  }

  #arrange(grid: Grid): void {
    const surplus = this.#cells.length - cellCount(grid);
    const leaving = surplus > 0 ? this.#cells.filter((cell) => cell !== this.#active).slice(-surplus) : [];
    const staying = this.#cells.filter((cell) => !leaving.includes(cell));
    const joining = Array.from({ length: Math.max(0, -surplus) }, () => this.#newCell());
    this.#cells = [...staying, ...joining];
    this.#leader = this.#active;
    this.#grid = grid;
    this.#isMaximised = false;
    leaving.forEach((cell) => cell.dispose());
    this.#bus.emit('layout-changed', undefined);
  }

  #newCell(): Cell {
    const cell: Cell = new Cell({
      tool: this.#tool,
      drawing: this.#drawing,
      isActive: () => cell === this.#active,
    });
    cell.bus.forward(FORWARDED, this.#bus);
    cell.bus.on('scrolled', () => this.#bus.emit('cell-scrolled', cell));
    cell.bus.on('viewport-changed', () => this.#bus.emit('cell-moved', cell));
    cell.bus.on('window-chosen', () => this.#bus.emit('cell-windowed', cell));
    cell.bus.on('series-loaded', () => this.#bus.emit('cell-loaded', cell));
    cell.bus.on('pointed-at', (at) => this.#bus.emit('cell-pointed', { cell, at }));
    this.#followHand(cell);
    return cell;
  }

  /** The wheel turns over any cell without making it active; a double click or tap gives it all the room. */
  #followHand(cell: Cell): void {
    cell.element.addEventListener('wheel', () => this.lead(cell), { capture: true, passive: true });
    onDoublePress(cell.element, () => {
      // Two presses with a tool that draws are two points.
      if (!cell.tools.isDrawing) {
        this.activate(cell);
        this.toggleMaximised();
      }
    });
  }
}
