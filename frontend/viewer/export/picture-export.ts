import type { AnnotationStore } from '../annotation-store';
import type { Messages } from '../messages';
import { isLaidHere, loadLaid } from '../presentation/laid-picture';
import { pictureName } from './file-name';
import { canCopyPictures, copyPicture, encoded, saveFile, type PictureFormat } from './save-file';
import { drawShot, drawStored, notesOf, storedSheet, type Over, type Sheet, type Shot } from './snapshot';

export interface PictureOptions extends Omit<Over, 'hasLetters' | 'hasNotes'> {
  readonly format: PictureFormat;
  readonly size: 'stored' | 'screen';
}

export interface PictureExportPorts {
  readonly messages: Messages;
  /** What is on the screen now, undefined while there is no picture. */
  readonly shot: () => Shot | undefined;
  /** Of the canvas that it is on. */
  readonly screen: () => Sheet;
  readonly annotations: () => AnnotationStore;
  readonly onChange: () => void;
}

/** What became of the last wish. */
export interface Outcome {
  readonly isGood: boolean;
  readonly sentence: string;
}

/** A picture to be saved: what was on the screen when it was asked for, and how it is wanted. */
export class PictureExport {
  readonly #ports: PictureExportPorts;
  #options: PictureOptions = {
    format: 'png',
    size: 'stored',
    hasMarks: true,
    hasTexts: true,
    isIdentified: true,
  };
  #shot: Shot | undefined;
  #sheet: Sheet = { width: 1, height: 1, unit: 1 };
  #canvas: HTMLCanvasElement | undefined;
  #outcome: Outcome | undefined;

  constructor(ports: PictureExportPorts) {
    this.#ports = ports;
  }

  get options(): PictureOptions {
    return this.#options;
  }

  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  /** How many canvas pixels a stored one takes up along an edge, undefined as on the screen. */
  get factor(): number | undefined {
    const isStored = this.#options.size === 'stored' && this.#shot;
    return isStored ? storedSheet(this.#shot!, this.#over).factor : undefined;
  }

  get hasPicture(): boolean {
    return this.#ports.shot() !== undefined;
  }

  /** Takes the picture that is on the screen; it stays the same while the options change. */
  open(): void {
    this.#shot = this.#ports.shot();
    this.#sheet = this.#ports.screen();
    this.#outcome = this.#canvas = undefined;
    if (this.#shot && !isLaidHere(this.#shot.laid)) {
      void loadLaid(this.#shot.laid).then(() => this.#ports.onChange());
    }
  }

  /** Lets go of the picture. */
  close(): void {
    this.#shot = this.#canvas = undefined;
  }

  change(change: Partial<PictureOptions>): void {
    this.#options = { ...this.#options, ...change };
    this.#canvas = this.#outcome = undefined;
    this.#ports.onChange();
  }

  /** The picture as it will be saved, undefined until all is here that lies over it. */
  get canvas(): HTMLCanvasElement | undefined {
    const shot = this.#shot;
    if (shot && isLaidHere(shot.laid)) {
      this.#canvas ??= this.#draw(shot);
    }
    return this.#canvas;
  }

  /** What must be known of the picture and is not written on it. */
  get notes(): readonly string[] {
    const { hasTexts } = this.#options;
    return this.#shot && !hasTexts ? notesOf(this.#shot, this.#options, this.#ports.messages) : [];
  }

  async save(): Promise<void> {
    const [shot, canvas] = [this.#shot, this.canvas];
    if (shot && canvas) {
      await this.#try(async () => {
        const { format, isIdentified } = this.#options;
        const extension = format === 'jpeg' ? 'jpg' : format;
        saveFile(await encoded(canvas, format), pictureName(shot, isIdentified, extension));
        return undefined;
      });
    }
  }

  /** Always as PNG, the one format that every clipboard takes. */
  async copy(): Promise<void> {
    const { messages } = this.#ports;
    const canvas = this.canvas;
    if (!canCopyPictures()) {
      this.#tell({ isGood: false, sentence: messages.get('export.noClipboard') });
    } else if (canvas) {
      await this.#try(async () => {
        await copyPicture(encoded(canvas, 'png'));
        return messages.get('export.copied');
      });
    }
  }

  get #over(): Over {
    const { hasTexts } = this.#options;
    return { ...this.#options, hasLetters: hasTexts, hasNotes: hasTexts };
  }

  #draw(shot: Shot): HTMLCanvasElement {
    const { size } = this.#options;
    const over = this.#over;
    const store = this.#ports.annotations();
    const { messages } = this.#ports;
    return size === 'stored'
      ? drawStored(shot, over, store, messages)
      : drawShot({ ...shot, area: undefined }, this.#sheet, over, store, messages);
  }

  async #try(run: () => Promise<string | undefined>): Promise<void> {
    try {
      const sentence = await run();
      this.#tell(sentence ? { isGood: true, sentence } : undefined);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const isRefused = cause instanceof DOMException && cause.name === 'NotAllowedError';
      const { messages } = this.#ports;
      const sentence = isRefused ? messages.get('export.noClipboard') : messages.get('export.failed', reason);
      this.#tell({ isGood: false, sentence });
    }
  }

  #tell(outcome: Outcome | undefined): void {
    this.#outcome = outcome;
    this.#ports.onChange();
  }
}
