import type { Annotation } from './annotation';
import type { AnnotationStore } from './annotation-store';
import type { Cell } from './cell';
import type { Desk, Reading } from './desk';
import { dicomFile } from './export/dicom-file';
import type { ExportMenuModel } from './export/export-menu';
import { dicomName } from './export/file-name';
import { PictureExport } from './export/picture-export';
import { screenOf, shotOf } from './export/reading-shot';
import { saveFile } from './export/save-file';
import { FullScreen } from './full-screen';
import { Magnifier } from './magnifier/magnifier';
import type { Menus } from './menus';
import type { Messages } from './messages';
import { pageIn } from './page-links';
import { PrintJob } from './print/print-job';
import type { ReaderSettings } from './settings/reader-settings';
import { SettingsDesk } from './settings/settings-desk';
import type { StudySession } from './study-session';

export interface HandsPorts {
  /** The viewer on the page. */
  readonly host: HTMLElement;
  readonly messages: Messages;
  readonly settings: ReaderSettings;
  readonly desk: () => Desk;
  /** Everything with a picture that is on the screen. */
  readonly readings: () => readonly Reading[];
  /** The places of the layout, that of the reader first. */
  readonly cells: () => readonly Cell[];
  /** Of what is on the screen. */
  readonly annotations: () => AnnotationStore;
  /** Of the images of the study, also while planes are on the screen. */
  readonly imageAnnotations: () => AnnotationStore;
  readonly keyImages: () => readonly Annotation[];
  readonly tell: (sentence: string) => void;
  readonly onChange: () => void;
}

/** What the reader does with the viewer beside reading: takes pictures out, prints, sets it up. */
export class Hands {
  readonly settings: ReaderSettings;
  readonly screen: FullScreen;
  readonly magnifier: Magnifier;
  readonly picture: PictureExport;
  readonly print: PrintJob;
  readonly settingsDesk: SettingsDesk;
  /** The study that is open. */
  session: StudySession | undefined;
  readonly #ports: HandsPorts;
  #isPreparing = false;

  constructor(ports: HandsPorts) {
    const { host, settings, desk, readings, onChange } = ports;
    this.#ports = ports;
    this.settings = settings;
    this.screen = new FullScreen(host, onChange);
    this.magnifier = new Magnifier(host, readings, desk, settings);
    this.settingsDesk = new SettingsDesk(settings, onChange);
    const [shot, screen] = [() => shotOf(desk().active), () => screenOf(desk().active)];
    this.picture = new PictureExport({ ...ports, shot, screen });
    this.print = new PrintJob({ ...ports, session: () => this.session });
  }

  /** Whether settings last longer than the page. */
  get isKept(): boolean {
    return this.#ports.host.hasAttribute('preferences');
  }

  /** Whether images are kept in the browser. */
  get keepsImages(): boolean {
    return this.#ports.host.hasAttribute('changes') && this.#ports.host.hasAttribute('reader');
  }

  exportMenu(menus: Menus): ExportMenuModel {
    const { host, desk } = this.#ports;
    const { active } = desk();
    const isPlane = active.name !== undefined;
    return {
      isOpen: menus.open === 'export',
      hasPicture: this.picture.hasPicture,
      canPrint: this.print.source.screen.length > 0,
      hasFile: active.viewport.frame !== undefined,
      mayTakeFiles: !isPlane && !host.hasAttribute('pictures-only'),
      isPreparing: this.#isPreparing,
      studyZip: this.#studyZip,
      onToggle: () => menus.toggle('export'),
      onPicture: () => this.#open(menus, 'picture'),
      onPrint: () => this.#open(menus, 'print'),
      onFile: () => void this.#saveFile(menus),
      onStudy: () => menus.show(undefined),
    };
  }

  /** The dialog that is open is left. */
  close(menus: Menus): void {
    this.picture.close();
    this.print.close();
    this.settingsDesk.leave();
    menus.show(undefined);
  }

  dispose(): void {
    this.screen.dispose();
    this.magnifier.dispose();
    this.print.close();
  }

  /** With the study in the place of `{study}`. */
  get #studyZip(): string | undefined {
    const address = pageIn(this.#ports.host, 'study-zip');
    return this.session && address?.replace('{study}', encodeURIComponent(this.session.studyUID));
  }

  #open(menus: Menus, dialog: 'picture' | 'print'): void {
    this[dialog].open();
    menus.show(dialog);
  }

  async #saveFile(menus: Menus): Promise<void> {
    const { frame } = this.#ports.desk().active.viewport;
    const { messages, tell, onChange } = this.#ports;
    if (frame && !this.#isPreparing) {
      this.#isPreparing = true;
      onChange();
      try {
        saveFile(await dicomFile(frame, new AbortController().signal), dicomName(frame.sopInstanceUID));
      } catch (cause) {
        tell(messages.get('export.failed', cause instanceof Error ? cause.message : String(cause)));
      }
      this.#isPreparing = false;
      menus.show(undefined);
      onChange();
    }
  }
}
