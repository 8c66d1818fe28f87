import type { EventBus } from './event-bus';
import type { Layout } from './layout';
import type { Preferences } from './preferences';
import type { ToolName } from './tool-set';
import { isViewTool } from './view-tools';

const KEY = 'viewer.tools';

/** The tool that a reader likes the left button to hold. One that draws never comes back: nobody draws unawares. */
export class ToolHabit {
  #tool: ToolName | undefined;

  constructor(
    readonly layout: Layout,
    readonly bus: EventBus,
    readonly preferences: () => Preferences | undefined,
  ) {
    bus.on('changed', () => this.#note());
  }

  /** Not over a choice that was made while it was asked for. */
  async open(): Promise<void> {
    const before = this.layout.tool;
    const kept = await this.preferences()?.get(KEY);
    const tool = (typeof kept === 'object' && kept !== null ? kept : {}) as { tool?: ToolName };
    this.#tool = before;
    if (tool.tool && isViewTool(tool.tool) && this.layout.tool === before && tool.tool !== before) {
      this.#tool = tool.tool;
      this.layout.useTool(tool.tool);
    }
  }

  #note(): void {
    const { tool } = this.layout;
    if (this.#tool !== undefined && tool !== this.#tool && isViewTool(tool)) {
      this.#tool = tool;
      this.preferences()?.put(KEY, { tool });
    }
  }
}
