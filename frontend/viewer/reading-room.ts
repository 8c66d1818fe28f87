import { Commands } from './commands';
import { Crosshairs } from './crosshairs';
import type { EventBus } from './event-bus';
import { Hands } from './hands';
import { Layout } from './layout';
import { Links } from './links';
import type { Marks } from './marks';
import type { Menus } from './menus';
import { MprMode } from './mpr/mpr-mode';
import { OtherWindows } from './other-windows';
import { ReferenceLines } from './reference-lines';
import { TagBrowser } from './tag-browser/tag-browser';
import { tagTexts } from './tag-browser/tag-texts';
import type { DrawingPorts, ToolName } from './tool-set';

/** The cells and what works across them, for as long as the viewer is on the page. */
export class ReadingRoom {
  readonly layout: Layout;
  readonly commands: Commands;
  readonly links: Links;
  readonly lines: ReferenceLines;
  readonly crosshairs: Crosshairs;
  readonly mpr: MprMode;
  readonly tags: TagBrowser;
  readonly otherWindows: OtherWindows;
  readonly hands: Hands;

  constructor(bus: EventBus, menus: Menus, tool: ToolName, drawing: DrawingPorts, readonly marks: Marks, host: HTMLElement) {
    this.layout = new Layout(bus, tool, drawing);
    this.mpr = new MprMode(bus, drawing);
    this.tags = new TagBrowser(
      bus,
      () => this.layout.active.viewport.frame,
      () => tagTexts(drawing.messages),
    );
    this.hands = new Hands({
      host,
      messages: drawing.messages,
      settings: drawing.settings,
      desk: () => this.commands.desk,
      readings: () => this.mpr.mpr?.cells.filter(({ isVisible }) => isVisible) ?? this.layout.visible,
      cells: () => [this.layout.active, ...this.layout.cells],
      annotations: () => this.mpr.mpr?.annotations ?? marks.store,
      imageAnnotations: () => marks.store,
      keyImages: () => marks.store.all.filter(({ kind }) => kind === 'key-image'),
      tell: drawing.tell,
      onChange: () => bus.emit('changed', undefined),
    });
    this.commands = new Commands(this.layout, menus, this.mpr, this.tags, marks, this.hands);
    this.links = new Links(this.layout, bus);
    this.lines = new ReferenceLines(this.layout);
    this.crosshairs = new Crosshairs(this.layout, bus);
    bus.on('viewport-changed', () => this.hands.magnifier.isShown && this.hands.magnifier.refresh());
    bus.on('changed', () => this.mpr.keepTo(this.layout.active.series?.seriesInstanceUID));
    this.otherWindows = new OtherWindows(this, bus);
  }

  /** The study is closed: every cell is vacant. */
  clear(): void {
    this.mpr.leave();
    this.tags.close();
    this.layout.clear();
    this.crosshairs.clear();
    this.otherWindows.join(undefined);
  }
}
