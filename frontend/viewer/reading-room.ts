import { Commands } from './commands';
import { Crosshairs } from './crosshairs';
import type { EventBus } from './event-bus';
import { Layout } from './layout';
import { Links } from './links';
import type { Marks } from './marks';
import type { Menus } from './menus';
import { OtherWindows } from './other-windows';
import { ReferenceLines } from './reference-lines';
import type { DrawingPorts, ToolName } from './tool-set';

/** The cells and what works across them, for as long as the viewer is on the page. */
export class ReadingRoom {
  readonly layout: Layout;
  readonly commands: Commands;
  readonly links: Links;
  readonly lines: ReferenceLines;
  readonly crosshairs: Crosshairs;
  readonly otherWindows: OtherWindows;

  constructor(bus: EventBus, menus: Menus, tool: ToolName, drawing: DrawingPorts, readonly marks: Marks) {
    this.layout = new Layout(bus, tool, drawing);
    this.commands = new Commands(this.layout, menus, marks);
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
