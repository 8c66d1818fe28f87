import type { AnnotationStore } from './annotation-store';
import type { Desk } from './desk';
import { enhancementOf, PLAIN, setEnhancement, type Enhancement } from './enhance/enhancement';
import type { Hands } from './hands';
import type { Layout } from './layout';
import type { Marks } from './marks';
import type { Menus } from './menus';
import type { MprMode } from './mpr/mpr-mode';
import type { ActionName, Command } from './shortcuts';
import type { TagBrowser } from './tag-browser/tag-browser';
import { windowPresets, type WindowPreset } from './window-presets';

/** What can be done without a picture. */
const OF_ROOM: readonly Command['type'][] = ['help', 'layouts', 'nextCell', 'maximise', 'fullScreen'];

/** Does what keys and buttons ask for, in the active cell. */
export class Commands {
  constructor(
    readonly layout: Layout,
    readonly menus: Menus,
    readonly mpr: MprMode,
    readonly tags: TagBrowser,
    readonly marks: Marks,
    readonly hands: Hands,
  ) {}

  /** What is worked on now. */
  get desk(): Desk {
    return this.mpr.mpr ?? this.layout;
  }

  /** How the active picture is enhanced. */
  get enhancement(): Enhancement {
    return enhancementOf(this.desk.active.element);
  }

  get presets(): WindowPreset[] {
    const { frame, image } = this.desk.active.viewport;
    return frame && image && !image.color ? windowPresets(frame.attributes, image.voiTables) : [];
  }

  /** Whether it can be done now: most things need a picture. */
  canRun({ type }: Command): boolean {
    return OF_ROOM.includes(type) || this.desk.active.viewport.image !== undefined;
  }

  run(command: Command): void {
    const { active } = this.desk;
    this.layout.lead(this.layout.active);
    switch (command.type) {
      case 'tool':
        return this.desk.useTool(command.tool);
      case 'action':
        return this.act(command.action);
      case 'scroll':
        return active.scrollBy(command.steps);
      case 'end':
        return active.scrollBy(command.edge === 'first' ? -Infinity : Infinity);
      case 'preset':
        return this.apply(this.presets[command.place]);
      case 'zoom':
        return active.viewport.zoomBy(command.factor);
      case 'removeLast':
        return this.#removeLast();
      case 'cine':
        return active.cine?.toggle();
      case 'nextCell':
        return this.desk.activateNext();
      case 'maximise':
        // With a tool that draws the same key ends an outline.
        return active.tools.isBusy ? active.tools.close() : this.desk.toggleMaximised();
      case 'mpr':
        this.menus.show(undefined);
        return this.toggleMpr();
      case 'tags':
        this.menus.show(undefined);
        return this.tags.toggle();
      case 'magnify':
        return this.hands.magnifier.hold();
      case 'fullScreen':
        return this.hands.screen.toggle();
      case 'layouts':
      case 'links':
      case 'help':
        return this.menus.toggle(command.type);
    }
  }

  act(action: ActionName): void {
    const { tools, stack, viewport } = this.desk.active;
    this.layout.lead(this.layout.active);
    switch (action) {
      case 'clear':
        return tools.clear(stack?.frames ?? []);
      case 'invert':
        return viewport.invert();
      case 'rotate':
        return viewport.rotateRight();
      case 'flip':
        return viewport.flip();
      case 'fit':
        return viewport.fit();
      case 'actual':
        return viewport.actualSize();
      case 'reset':
        this.enhance(PLAIN);
        void this.desk.active.layers?.choose(undefined, []);
        return viewport.reset();
      case 'undo':
        return this.#ofPlanes ? void this.#ofPlanes.undo() : this.marks.undo();
      case 'redo':
        return this.#ofPlanes ? void this.#ofPlanes.redo() : this.marks.redo();
      case 'keyImage':
        // A plane is no image of the study.
        return viewport.frame && !this.mpr.mpr ? this.marks.toggleKeyImage(viewport.frame) : undefined;
      case 'measurements':
        // On a phone the list and the menu it was called from share the place.
        this.menus.show(undefined);
        return this.marks.togglePanel();
    }
  }

  /** From the images of the active cell to planes through them, and back. */
  toggleMpr(): void {
    const { stack, series, viewport } = this.layout.active;
    this.mpr.toggle(
      series &&
        stack && {
          seriesInstanceUID: series.seriesInstanceUID,
          frames: stack.frames,
          shown: stack.shown,
          windowing: viewport.windowing,
        },
    );
  }

  /** Draws the active picture otherwise; while planes are shown, all of them. */
  enhance(change: Partial<Enhancement>): void {
    const enhancement = { ...this.enhancement, ...change };
    const readings = this.mpr.mpr?.cells ?? [this.layout.active];
    for (const { element, viewport } of readings) {
      setEnhancement(element, enhancement);
      viewport.refresh();
    }
  }

  apply(preset: WindowPreset | undefined): void {
    if (preset) {
      this.layout.lead(this.layout.active);
      this.desk.active.viewport.setWindow(preset.windowing);
    }
  }

  /** What was measured on planes, undefined while the images are shown. */
  get #ofPlanes(): AnnotationStore | undefined {
    return this.mpr.mpr?.annotations;
  }

  #removeLast(): void {
    const { tools, viewport } = this.desk.active;
    if (viewport.frame) {
      tools.removeLast(viewport.frame);
    }
  }
}
