import type { Layout } from './layout';
import type { Marks } from './marks';
import type { Menus } from './menus';
import type { ActionName, Command } from './shortcuts';
import { windowPresets, type WindowPreset } from './window-presets';

/** Does what keys and buttons ask for, in the active cell. */
export class Commands {
  constructor(
    readonly layout: Layout,
    readonly menus: Menus,
    readonly marks: Marks,
  ) {}

  get presets(): WindowPreset[] {
    const { frame, image } = this.layout.active.viewport;
    return frame && image && !image.color ? windowPresets(frame.attributes, image.voiTables) : [];
  }

  /** Whether it can be done now: most things need a picture. */
  canRun({ type }: Command): boolean {
    const isOfRoom = type === 'help' || type === 'layouts' || type === 'nextCell' || type === 'maximise';
    return isOfRoom || this.layout.active.viewport.image !== undefined;
  }

  run(command: Command): void {
    const { active } = this.layout;
    this.layout.lead(active);
    switch (command.type) {
      case 'tool':
        return this.layout.useTool(command.tool);
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
        return this.layout.activateNext();
      case 'maximise':
        // With a tool that draws the same key ends an outline.
        return active.tools.isBusy ? active.tools.close() : this.layout.toggleMaximised();
      case 'layouts':
      case 'links':
      case 'help':
        return this.menus.toggle(command.type);
    }
  }

  act(action: ActionName): void {
    const { tools, stack, viewport } = this.layout.active;
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
        return viewport.reset();
      case 'undo':
        return this.marks.undo();
      case 'redo':
        return this.marks.redo();
      case 'keyImage':
        return viewport.frame && this.marks.toggleKeyImage(viewport.frame);
      case 'measurements':
        // On a phone the list and the menu it was called from share the place.
        this.menus.show(undefined);
        return this.marks.togglePanel();
    }
  }

  apply(preset: WindowPreset | undefined): void {
    if (preset) {
      this.layout.lead(this.layout.active);
      this.layout.active.viewport.setWindow(preset.windowing);
    }
  }

  #removeLast(): void {
    const { tools, viewport } = this.layout.active;
    if (viewport.frame) {
      tools.removeLast(viewport.frame);
    }
  }
}
