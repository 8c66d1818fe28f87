import type { Cell } from './cell';
import type { EventBus } from './event-bus';
import { gridName, gridNamed } from './grid';
import type { Layout } from './layout';
import type { Preferences } from './preferences';
import { isSameWindow, type Windowing } from './window-presets';

/** How a reader left a study. */
interface StudyHabit {
  /** Rows x columns. */
  readonly layout?: string;
  /** By Series Instance UID. */
  readonly windows: Readonly<Record<string, Windowing>>;
}

/** Series of a study whose window is kept at most. */
const MOST_WINDOWS = 60;

/** Window and layout of each study as the reader left them, brought back when the study is opened again. */
export class StudyHabits {
  #habit: StudyHabit = { windows: {} };
  #key: string | undefined;
  #isLoaded = false;

  constructor(
    readonly layout: Layout,
    readonly bus: EventBus,
    readonly preferences: () => Preferences | undefined,
  ) {
    bus.on('cell-loaded', (cell) => this.#bringBack(cell));
    bus.on('cell-windowed', (cell) => this.#noteWindow(cell));
    bus.on('layout-changed', () => this.#noteLayout());
  }

  /** @param isArranged whether the page asks for a layout of its own, which then stays */
  async open(studyUID: string, isArranged: boolean): Promise<void> {
    const key = `viewer.study.${studyUID}`;
    this.close();
    this.#key = key;
    const kept = habitOf(await this.preferences()?.get(key));
    if (this.#key === key) {
      this.#habit = { ...kept, windows: { ...kept.windows, ...this.#habit.windows } };
      this.#isLoaded = true;
      const grid = isArranged ? undefined : gridNamed(kept.layout ?? '');
      if (grid) {
        this.layout.choose(grid);
      }
      this.layout.cells.forEach((cell) => this.#bringBack(cell));
    }
  }

  /** Whether the reader has ever chosen a layout for the study. */
  get isArranged(): boolean {
    return this.#habit.layout !== undefined;
  }

  close(): void {
    this.preferences()?.flush();
    this.#key = undefined;
    this.#isLoaded = false;
    this.#habit = { windows: {} };
  }

  #bringBack({ series, viewport }: Cell): void {
    const window = series && this.#habit.windows[series.seriesInstanceUID];
    if (window && viewport.image && !isSameWindow(window, viewport.windowing)) {
      viewport.setWindow(window);
    }
  }

  #noteWindow({ series, viewport }: Cell): void {
    const { windowing } = viewport;
    const known = series && this.#habit.windows[series.seriesInstanceUID];
    if (this.#key && series && windowing && !(known && isSameWindow(known, windowing))) {
      const others = Object.entries(this.#habit.windows).filter(([uid]) => uid !== series.seriesInstanceUID);
      const windows = Object.fromEntries([...others, [series.seriesInstanceUID, windowing]].slice(-MOST_WINDOWS));
      this.#note({ ...this.#habit, windows: windows as StudyHabit['windows'] });
    }
  }

  #noteLayout(): void {
    const layout = gridName(this.layout.wanted);
    if (this.#isLoaded && layout !== (this.#habit.layout ?? '1x1')) {
      this.#note({ ...this.#habit, layout });
    }
  }

  #note(habit: StudyHabit): void {
    this.#habit = habit;
    if (this.#key && this.#isLoaded) {
      this.preferences()?.put(this.#key, habit);
    }
  }
}

/** What was kept, as far as it makes sense: a later version of this program may have kept something else. */
function habitOf(kept: unknown): StudyHabit {
  const { layout, windows } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const known = typeof windows === 'object' && windows !== null ? Object.entries(windows) : [];
  return {
    ...(typeof layout === 'string' && { layout }),
    windows: Object.fromEntries(known.filter((entry): entry is [string, Windowing] => isWindow(entry[1]))),
  };
}

function isWindow(value: unknown): value is Windowing {
  const { center, width } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Windowing>;
  return Number.isFinite(center) && Number.isFinite(width) && (width ?? 0) > 0;
}
