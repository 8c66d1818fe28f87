import type { EventBus } from './event-bus';
import { gridNamed } from './grid';
import type { Layout } from './layout';
import { Preferences } from './preferences';
import type { ReaderSettings } from './settings/reader-settings';
import { StudyHabits } from './study-habits';
import { ToolHabit } from './tool-habit';

/** What a reader is used to: brought back with each study, and kept as it changes; only where the page says where. */
export class Habits {
  readonly #studies: StudyHabits;
  readonly #tool: ToolHabit;
  #preferences: Preferences | undefined;
  readonly #onLeave = () => this.#preferences?.flush();

  /**
   * @param root address of the preferences, '' where they are not kept
   * @param settings what the reader has chosen for all studies
   */
  constructor(
    readonly layout: Layout,
    bus: EventBus,
    readonly root: () => string,
    readonly settings: ReaderSettings,
  ) {
    settings.preferences = () => this.#preferences;
    this.#studies = new StudyHabits(layout, bus, () => this.#preferences);
    this.#tool = new ToolHabit(layout, bus, () => this.#preferences);
  }

  async open(studyUID: string, isArranged: boolean): Promise<void> {
    const root = this.root();
    this.#preferences = root ? new Preferences(root) : undefined;
    if (this.#preferences) {
      globalThis.addEventListener('pagehide', this.#onLeave);
      await Promise.all([this.#studies.open(studyUID, isArranged), this.#tool.open(), this.settings.open()]);
    }
  }

  /** A study that was never arranged begins as the reader likes those of its modality. */
  arrange(modality: string): void {
    const grid = gridNamed(this.settings.now.layouts[modality] ?? '');
    if (grid && !this.#studies.isArranged) {
      this.layout.choose(grid);
    }
  }

  close(): void {
    this.#studies.close();
    globalThis.removeEventListener('pagehide', this.#onLeave);
  }
}
