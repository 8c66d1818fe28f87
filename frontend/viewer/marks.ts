import { isSameImage, newId, type Annotation, type ImageKey } from './annotation';
import { AnnotationStore, type Change } from './annotation-store';
import type { EventBus } from './event-bus';
import { imageKeyOf, type Frame } from './frame';
import { MeasurementApi } from './measurement-api';
import { MeasurementSaver, type SaveNotice, type SaveState } from './measurement-saver';
import { recalibrated } from './recalibration';

export interface MarksPorts {
  readonly bus: EventBus;
  /** Frames of every series opened so far. */
  readonly openFrames: () => readonly Frame[];
  /** Shows a picture of the study. */
  readonly goTo: (image: ImageKey) => void;
}

/** Where measurements are kept; undefined where they are not. */
export interface SavedAt {
  readonly root: string;
  readonly isReadOnly: boolean;
}

/** As the attributes of an element say. */
export function savedAt(element: Element): SavedAt | undefined {
  const root = element.getAttribute('measurements');
  return root ? { root, isReadOnly: element.hasAttribute('measurements-readonly') } : undefined;
}

/** Something the reader has to know. */
export type Notice = SaveNotice | { readonly kind: 'told'; readonly sentence: string };

/** Everything that people have drawn on a study or said of its pictures, and the keeping of it. */
export class Marks {
  readonly store = new AnnotationStore();
  #saver: MeasurementSaver | undefined;
  #isPanelOpen = false;
  #notice: Notice | undefined;
  #hasDrawn = false;

  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.#saver?.hasUnsaved) {
      event.preventDefault();
    }
  };

  constructor(readonly ports: MarksPorts) {
    this.store.onShown(() => ports.bus.emit('measurements-changed', undefined));
    this.store.onCommitted((changed) => this.#onCommitted(changed));
  }

  get isPanelOpen(): boolean {
    return this.#isPanelOpen;
  }

  /** Undefined where nothing is saved. */
  get saveState(): SaveState | undefined {
    return this.#saver?.state;
  }

  /** What went wrong last, until something else is done. */
  get notice(): Notice | undefined {
    return this.#notice;
  }

  /** Whether something was drawn here that nobody else will see. */
  get isDrawnInVain(): boolean {
    return this.#hasDrawn && this.saveState === 'local';
  }

  open(studyUID: string, savedAt: SavedAt | undefined): void {
    this.close();
    if (savedAt) {
      this.#saver = new MeasurementSaver({
        store: this.store,
        api: new MeasurementApi(savedAt.root, studyUID),
        isReadOnly: savedAt.isReadOnly,
        onState: () => this.ports.bus.emit('changed', undefined),
        onNotice: (notice) => this.tell(notice),
      });
      globalThis.addEventListener('beforeunload', this.#onLeave);
      void this.#saver.load();
    }
  }

  close(): void {
    this.#saver?.close();
    globalThis.removeEventListener('beforeunload', this.#onLeave);
    this.#saver = this.#notice = undefined;
    this.#hasDrawn = false;
    this.store.clear();
  }

  authorOf(id: string): { readonly author: string; readonly changer: string } | undefined {
    return this.#saver?.authorOf(id);
  }

  retry(): void {
    this.#saver?.retry();
  }

  tell(notice: Notice): void {
    this.#notice = notice;
    this.ports.bus.emit('changed', undefined);
  }

  togglePanel(): void {
    this.#isPanelOpen = !this.#isPanelOpen;
    this.ports.bus.emit('changed', undefined);
  }

  undo(): void {
    this.#follow(this.store.undo());
  }

  redo(): void {
    this.#follow(this.store.redo());
  }

  isKeyImage(frame: Frame): boolean {
    return this.#keyImage(frame) !== undefined;
  }

  toggleKeyImage(frame: Frame): void {
    const before = this.#keyImage(frame);
    const after: Annotation | undefined = before
      ? undefined
      : { ...imageKeyOf(frame), id: newId(), kind: 'key-image', points: [], label: '', quantities: [] };
    this.store.commit([{ before, after }]);
  }

  remove(annotation: Annotation): void {
    this.store.commit([{ before: annotation, after: undefined }]);
  }

  rename(annotation: Annotation, label: string): void {
    this.store.commit([{ before: annotation, after: { ...annotation, label } }]);
  }

  #keyImage(frame: Frame): Annotation | undefined {
    return this.store.all.find((each) => each.kind === 'key-image' && isSameImage(each, frame));
  }

  /** Nobody takes something back without seeing what. */
  #follow(changes: readonly Change[]): void {
    const changed = changes[0]?.after ?? changes[0]?.before;
    if (changed) {
      this.ports.goTo(changed);
    }
  }

  /** A calibration tells all lengths of its instance, those that are there already as well. */
  #onCommitted(changed: readonly Annotation[]): void {
    this.#hasDrawn = true;
    this.#notice = undefined;
    const calibrations = changed.filter(({ kind }) => kind === 'calibration');
    for (const sopInstanceUID of new Set(calibrations.map((each) => each.sopInstanceUID))) {
      const others = recalibrated(this.store, sopInstanceUID, (each) => this.#frameOf(each));
      if (others.length > 0) {
        this.store.amend(others);
      }
    }
  }

  #frameOf(annotation: Annotation): Frame | undefined {
    return this.ports.openFrames().find((frame) => isSameImage(annotation, frame));
  }
}
