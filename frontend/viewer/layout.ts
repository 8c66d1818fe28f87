import { Cell } from './cell';
import type { EventBus, ViewerEvents } from './event-bus';
import { cellCount, SINGLE, type Grid } from './grid';
import type { ToolName } from './tool-set';

/** What happens in a cell and is of interest outside of it. */
const FORWARDED = [
  'image-rendered',
  'series-loaded',
  'measurement-completed',
  'measurements-changed',
  'viewport-changed',
  'changed',
] as const satisfies readonly (keyof ViewerEvents)[];

/** The cells in their grid, from the top left one along the rows; one of them is active, and may have all the room. */
export class Layout {
  readonly #bus: EventBus;
  readonly #detectorWord: () => string;
  #cells: readonly Cell[];
  #active: Cell;
  #grid = SINGLE;
  #isMaximised = false;
  #tool: ToolName;

  constructor(bus: EventBus, tool: ToolName, detectorWord: () => string) {
    this.#bus = bus;
    this.#tool = tool;
    this.#detectorWord = detectorWord;
    this.#active = this.#newCell();
    this.#cells = [this.#active];
  }

  get cells(): readonly Cell[] {
    return this.#cells;
  }

  /** The one that keys and buttons are for. */
  get active(): Cell {
    return this.#active;
  }

  get grid(): Grid {
    return this.#grid;
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

  /** Makes room for more cells or takes away the last ones, never the active one. */
  arrange(grid: Grid): void {
    const surplus = this.#cells.length - cellCount(grid);
    const leaving = surplus > 0 ? this.#cells.filter((cell) => cell !== this.#active).slice(-surplus) : [];
    const staying = this.#cells.filter((cell) => !leaving.includes(cell));
    const joining = Array.from({ length: Math.max(0, -surplus) }, () => this.#newCell());
    this.#cells = [...staying, ...joining];
    this.#grid = grid;
    this.#isMaximised = false;
    leaving.forEach((cell) => cell.dispose());
    this.#bus.emit('layout-changed', undefined);
  }

  activate(cell: Cell): void {
    if (cell !== this.#active && this.#cells.includes(cell)) {
      this.#active = cell;
      cell.stack?.prefetch();
      this.#bus.emit('changed', undefined);
    }
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

  #newCell(): Cell {
    const cell: Cell = new Cell({
      tool: this.#tool,
      detectorWord: this.#detectorWord,
      isActive: () => cell === this.#active,
    });
    cell.bus.forward(FORWARDED, this.#bus);
    cell.bus.on('measurements-changed', () => this.#redrawOthers(cell));
    return cell;
  }

  /** A measurement belongs to the picture, wherever that is shown. */
  #redrawOthers(changed: Cell): void {
    const imageId = changed.viewport.frame?.imageId;
    this.#cells
      .filter(({ viewport }) => viewport !== changed.viewport && viewport.frame?.imageId === imageId)
      .forEach(({ viewport }) => viewport.refresh());
  }
}
