import type { ActionName, Command } from './shortcuts';
import type { Marks } from './marks';
import type { StudySession } from './study-session';
import type { ToolSet } from './tool-set';
import type { Viewport } from './viewport';
import { windowPresets, type WindowPreset } from './window-presets';

/** Does what keys, buttons and the wheel ask for, on the open study. */
export class Commands {
  constructor(
    readonly viewport: Viewport,
    readonly tools: ToolSet,
    readonly session: () => StudySession | undefined,
    readonly marks: Marks,
  ) {}

  get presets(): WindowPreset[] {
    const { frame, image } = this.viewport;
    return frame && image && !image.color ? windowPresets(frame.attributes, image.voiTables) : [];
  }

  run(command: Command): void {
    switch (command.type) {
      case 'tool':
        return this.tools.activate(command.tool);
      case 'action':
        return this.act(command.action);
      case 'scroll':
        return this.scrollBy(command.steps);
      case 'end':
        return this.scrollBy(command.edge === 'first' ? -Infinity : Infinity);
      case 'preset':
        return this.apply(this.presets[command.place]);
      case 'zoom':
        return this.viewport.zoomBy(command.factor);
      case 'removeLast':
        return this.#removeLast();
      case 'closeOutline':
        return this.tools.close();
      case 'cine':
        return this.session()?.cine?.toggle();
    }
  }

  act(action: ActionName): void {
    switch (action) {
      case 'clear':
        return this.tools.clear(this.session()?.stack?.frames ?? []);
      case 'invert':
        return this.viewport.invert();
      case 'rotate':
        return this.viewport.rotateRight();
      case 'flip':
        return this.viewport.flip();
      case 'fit':
        return this.viewport.fit();
      case 'actual':
        return this.viewport.actualSize();
      case 'reset':
        return this.viewport.reset();
      case 'undo':
        return this.marks.undo();
      case 'redo':
        return this.marks.redo();
      case 'keyImage':
        return this.viewport.frame && this.marks.toggleKeyImage(this.viewport.frame);
      case 'measurements':
        return this.marks.togglePanel();
    }
  }

  apply(preset: WindowPreset | undefined): void {
    if (preset) {
      this.viewport.setWindow(preset.windowing);
    }
  }

  /** Not while a measurement is being drawn: it belongs to the picture it was begun on. */
  scrollBy(steps: number): void {
    this.session()?.cine?.stop();
    if (!this.tools.isBusy) {
      void this.session()?.stack?.scrollBy(steps);
    }
  }

  /** By hand, to a place of the stack. */
  scrollTo(place: number): void {
    this.session()?.cine?.stop();
    void this.session()?.stack?.scrollTo(place);
  }

  #removeLast(): void {
    if (this.viewport.frame) {
      this.tools.removeLast(this.viewport.frame);
    }
  }
}
