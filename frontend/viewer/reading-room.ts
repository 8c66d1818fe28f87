import { Commands } from './commands';
import { Crosshairs } from './crosshairs';
import type { EventBus } from './event-bus';
import { Layout } from './layout';
import { Links } from './links';
import type { Menus } from './menus';
import { OtherWindows } from './other-windows';
import { ReferenceLines } from './reference-lines';
import type { ToolName } from './tool-set';

/** The cells and what works across them, for as long as the viewer is on the page. */
export class ReadingRoom {
  readonly layout: Layout;
  readonly commands: Commands;
  readonly links: Links;
  readonly lines: ReferenceLines;
  readonly crosshairs: Crosshairs;
  readonly otherWindows: OtherWindows;

  constructor(bus: EventBus, menus: Menus, tool: ToolName, detectorWord: () => string) {
    this.layout = new Layout(bus, tool, detectorWord);
    this.commands = new Commands(this.layout, menus);
    this.links = new Links(this.layout, bus);
    this.lines = new ReferenceLines(this.layout);
    this.crosshairs = new Crosshairs(this.layout, bus);
    this.otherWindows = new OtherWindows(this, bus);
  }

  /** The study is closed: every cell is vacant. */
  clear(): void {
    this.layout.clear();
    this.crosshairs.clear();
    this.otherWindows.join(undefined);
  }
}
