import { render } from 'lit';
import type { ImageKey } from './annotation';
import type { Question } from './annotation-questions';
import { limitPictures } from './cornerstone';
import { Dicomweb } from './dicomweb';
import { EventBus, type ViewerEvents } from './event-bus';
import { gridNamed, SINGLE } from './grid';
import { Habits } from './habits';
import { hangRest, hangStudy } from './hanging';
import { commandIn } from './key-input';
import { Marks, savedAt } from './marks';
import { Menus } from './menus';
import { Messages } from './messages';
import { backLink, pageIn, pageKeys } from './page-links';
import { painted } from './painted';
import { askInDialog } from './question-dialog';
import { ReadingRoom } from './reading-room';
import { renewStudy } from './renewal';
import { roomView } from './room-view';
import { dragSeries } from './series-drag';
import { ServerLink } from './server-link';
import { ReaderSettings } from './settings/reader-settings';
import { showImage } from './show-image';
import { shownMarks, type ShownMark } from './shown-marks';
import { StudySession } from './study-session';
import { viewerStyles } from './styles/viewer-styles';
import { toolbarModel } from './toolbar-model';
import { viewerState, type ViewerState } from './viewer-state';

/** Events of the bus that callers of the element see too, with the same detail. */
const PUBLIC_EVENTS = ['image-rendered', 'series-loaded', 'measurement-completed', 'measurements-changed'] as const;

/** Attributes that only change what is offered. */
const RENDERED = ['login', 'study-zip', 'pictures-only', 'page-keys'];

/** For the images of some days. */
const DEFAULT_CACHE_MEGABYTES = 2_048;

/** How long the first picture has the browser for itself, in milliseconds. */
const WITHOUT_PICTURE_MS = 3_000;

/**
 * `<dicom-viewer dicomweb="/dicom-web" study="1.2.3" series="1.2.3.4" messages='{"tool.zoom":"..."}'>`: shows a study
 * of a DICOMweb server. `series` chooses the one to begin with, `layout` how many are seen at once; both and `messages`
 * may be left out. `back` with `back-label` puts a link to the page before into the tool bar; `login` is the address
 * offered when the session ended. `changes`, the address of the archive's changes, makes new images appear by themselves;
 * with `reader`, a name of who sees them, they are kept in the browser up to `cache-megabytes`.
 */
export class DicomViewer extends HTMLElement {
  static readonly observedAttributes = [
    'dicomweb',
    'study',
    'series',
    'layout',
    'messages',
    'back',
    'back-label',
    'login',
    'measurements',
    'measurements-readonly',
    'preferences',
    'study-zip',
    'pictures-only',
    'page-keys',
    'changes',
    'reader',
  ];

  static #lastUsed: DicomViewer | undefined;

  readonly #messages = new Messages();
  readonly #bus = new EventBus();
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #menus = new Menus(this.#root, () => this.#requestRender());
  readonly #observer = new ResizeObserver(() => this.#fit());
  readonly #settings = new ReaderSettings();
  readonly #marks = new Marks({
    bus: this.#bus,
    openFrames: () => this.#session?.opened ?? [],
    goTo: (image) => this.#goTo(image),
  });
  #room: ReadingRoom | undefined;
  #habits: Habits | undefined;
  #session: StudySession | undefined;
  #link: ServerLink | undefined;
  #isConnected = true;
  #isRenderDue = false;
  #isOpenDue = false;

  /** The keyboard goes back to the picture. */
  readonly #ask = async (question: Question): Promise<string | undefined> => {
    const answer = await askInDialog(this.#root, question, this.#messages);
    this.#room?.layout.active.element.focus({ preventScroll: true });
    return answer;
  };

  /** Keys pressed while nothing on the page has the focus are meant for the picture of the viewer used last. */
  readonly #onLooseKey = (event: KeyboardEvent) => {
    const isMine = DicomViewer.#lastUsed === this || !DicomViewer.#lastUsed?.isConnected;
    if (event.target === document.body && isMine) {
      this.#onKey(event);
    }
  };

  /** Whatever was held is let go. */
  readonly #onKeyUp = () => this.#room?.hands.magnifier.release();

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [viewerStyles()];
    this.addEventListener('keydown', (event) => this.#onKey(event));
    ['pointerdown', 'focusin'].forEach((type) => this.addEventListener(type, () => (DicomViewer.#lastUsed = this)));
    this.#settings.onChange(() => this.#applySettings());
    this.#root.addEventListener('pointerdown', (event) => this.#menus.closeOutside(event));
    dragSeries(this.#root, (series, place) => this.#openIn(place, series));
    this.#listen();
  }

  /** Texts by key (see messages.ts), over the English defaults. */
  set messages(texts: Record<string, string>) {
    this.#messages.set(texts);
    this.#requestRender();
  }

  /** What is on the screen now. */
  get state(): ViewerState | undefined {
    return this.#room && viewerState(this.#session, this.#room);
  }

  /** Everything measured and marked on the study, in the words of the viewer. */
  get marks(): ShownMark[] {
    const [room, session] = [this.#room, this.#session];
    if (!room || !session) {
      return [];
    }
    const shown = room.layout.active.viewport.frame;
    return shownMarks({ marks: room.marks, series: session.series, frames: session.opened, shown }, this.#messages);
  }

  /** Goes to a picture of the study. */
  show(image: ImageKey): void {
    this.#goTo(image);
  }

  /** The keyboard belongs to the picture in use. */
  override focus(): void {
    this.#room?.layout.active.element.focus({ preventScroll: true });
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onLooseKey);
    document.addEventListener('keyup', this.#onKeyUp);
    globalThis.addEventListener('blur', this.#onKeyUp);
    if (!this.#room) {
      this.#furnish();
    }
    this.#requestOpen();
  }

  /** Frameworks take elements out and put them back at once: only one that stays away is closed. */
  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onLooseKey);
    document.removeEventListener('keyup', this.#onKeyUp);
    globalThis.removeEventListener('blur', this.#onKeyUp);
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#close();
      }
    });
  }

  #furnish(): void {
    const tool = matchMedia('(pointer: coarse)').matches ? 'scroll' : 'window';
    const drawing = {
      messages: this.#messages,
      annotations: this.#marks.store,
      ask: this.#ask,
      tell: (sentence: string) => this.#marks.tell({ kind: 'told', sentence }),
      settings: this.#settings,
    };
    this.#room = new ReadingRoom(this.#bus, this.#menus, tool, drawing, this.#marks, this);
    this.#habits = new Habits(
      this.#room.layout,
      this.#bus,
      () => this.getAttribute('preferences') ?? '',
      this.#settings,
    );
    this.#observer.observe(this);
    this.#fit();
    this.#arrange();
  }

  #fit(): void {
    if (this.clientWidth > 0) {
      this.#room?.layout.fitInto({ width: this.clientWidth, height: this.clientHeight });
    }
  }

  #close(): void {
    this.#closeSession();
    this.#link?.close();
    this.#link = undefined;
    this.#observer.disconnect();
    this.#room?.hands.dispose();
    this.#room?.layout.dispose();
    this.#room = undefined;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'messages') {
      this.#messages.set(value ?? '');
      this.#requestRender();
    } else if (name === 'layout') {
      this.#arrange();
    } else if (name.startsWith('back') || RENDERED.includes(name)) {
      this.#requestRender();
    } else if (name === 'changes' || name === 'reader') {
      this.#link?.close();
      this.#link = undefined;
      this.#requestOpen();
    } else {
      this.#requestOpen();
    }
  }

  /** Once for all attributes that change together. */
  #requestOpen(): void {
    if (!this.#isOpenDue && this.isConnected) {
      this.#isOpenDue = true;
      queueMicrotask(() => {
        this.#isOpenDue = false;
        this.#open();
      });
    }
  }

  #open(): void {
    const [root, study, series] = ['dicomweb', 'study', 'series'].map((name) => this.getAttribute(name) ?? '');
    const layout = this.#room?.layout;
    if (!layout) {
      return;
    }
    this.#linkToServer();
    if (this.#session?.studyUID === study && this.#session.dicomweb.root === root) {
      this.#openIn(layout.cells.indexOf(layout.active), series);
      return;
    }
    this.#closeSession();
    this.#session = study ? new StudySession(study, new Dicomweb(root), this.#bus) : undefined;
    this.#room!.hands.session = this.#session;
    if (this.#session) {
      this.#marks.open(study, savedAt(this));
      const habits = this.#habits?.open(study, this.hasAttribute('layout'));
      this.#room?.otherWindows.join(study);
      const hung = hangStudy(this.#session, layout, series);
      void this.#begin(this.#session, habits, hung);
    }
    this.#requestRender();
  }

  /** In the layout that the reader likes for the modality, unless he left the study in another. */
  async #begin(session: StudySession, habits: Promise<void> | undefined, hung: Promise<void>): Promise<void> {
    await Promise.all([habits, hung]);
    if (session === this.#session && !this.hasAttribute('layout')) {
      this.#habits?.arrange(session.first?.modality ?? '');
    }
  }

  #linkToServer(): void {
    const changes = this.getAttribute('changes');
    if (changes && !this.#link) {
      const reader = this.getAttribute('reader') || undefined;
      const since = this.hasAttribute('changes-since') ? Number(this.getAttribute('changes-since')) : undefined;
      this.#link = new ServerLink(
        { changes, since, reader, limitBytes: this.#keptBytes, firstPicture: this.#firstPicture() },
        { onChanges: (studies) => this.#renew(studies), onConnection: (isConnected) => this.#connect(isConnected) },
      );
    }
  }

  /** Resolves when it is on the screen; after a while, where none comes. */
  #firstPicture(): Promise<void> {
    return new Promise((resolve) => {
      const end = this.#bus.on('image-rendered', () => {
        end();
        void painted().then(resolve);
      });
      setTimeout(resolve, WITHOUT_PICTURE_MS);
    });
  }

  /** Room for what is kept in the browser: as the reader wants it, else as the page says. */
  get #keptBytes(): number {
    const ofPage = Number(this.getAttribute('cache-megabytes')) || DEFAULT_CACHE_MEGABYTES;
    return (this.#settings.now.keptMegabytes ?? ofPage) * 2 ** 20;
  }

  #applySettings(): void {
    limitPictures(this.#settings.now.pictureMegabytes);
    this.#link?.limit(this.#keptBytes);
    this.#requestRender();
  }

  async #renew(studies: ReadonlySet<string> | 'all'): Promise<void> {
    const [session, layout] = [this.#session, this.#room?.layout];
    if (session && layout && (studies === 'all' || studies.has(session.studyUID))) {
      await renewStudy(session, layout);
    }
  }

  #connect(isConnected: boolean): void {
    this.#isConnected = isConnected;
    if (isConnected) {
      this.#room?.layout.cells.forEach((cell) => cell.resume());
    }
    this.#requestRender();
  }

  #openIn(place: number, seriesUID: string): void {
    const series = this.#session?.find(seriesUID);
    const cell = this.#room?.layout.cells[place];
    if (this.#session && series && cell) {
      this.#room?.layout.activate(cell);
      void cell.open(this.#session, series);
    }
  }

  #arrange(): void {
    this.#room?.layout.choose(gridNamed(this.getAttribute('layout') ?? '') ?? SINGLE);
  }

  #closeSession(): void {
    this.#marks.close();
    this.#habits?.close();
    this.#room?.clear();
    this.#session?.close();
    this.#session = undefined;
    if (this.#room) {
      this.#room.hands.session = undefined;
    }
  }

  #listen(): void {
    for (const type of PUBLIC_EVENTS) {
      this.#bus.on(type, (detail: ViewerEvents[typeof type]) =>
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })),
      );
    }
    for (const type of ['changed', 'viewport-changed', 'measurements-changed'] as const) {
      this.#bus.on(type, () => this.#requestRender());
    }
    this.#bus.on('layout-changed', () => this.#onLayout());
    this.#bus.on('long-pressed', () => this.#onLongPress());
    this.#bus.on('image-wanted', (image) => this.#goTo(image));
  }

  #onLayout(): void {
    this.#renderRoom();
    if (this.#session?.phase.name === 'ready' && this.#room) {
      void hangRest(this.#session, this.#room.layout);
    }
  }

  /** Not with a tool that draws: there a finger rests to aim. */
  #onLongPress(): void {
    const tool = this.#room?.commands.desk.tool;
    if (tool === 'window' || tool === 'scroll' || tool === 'zoom' || tool === 'pan') {
      this.#menus.show('presets');
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#escape();
    }
    const commands = this.#room?.commands;
    const command = commandIn(event, this.#settings.keys);
    if (command && commands?.canRun(command)) {
      event.preventDefault();
      commands.run(command);
    }
  }

  #goTo(image: ImageKey): void {
    if (this.#session && this.#room) {
      this.#room.mpr.leave();
      void showImage(this.#session, this.#room.layout, image).then((isThere) => {
        if (!isThere) {
          this.#marks.tell({ kind: 'told', sentence: this.#messages.get('report.notFound') });
        }
      });
    }
  }

  /** The menu that is open, else the panel. */
  #escape(): void {
    this.#room?.commands.desk.active.tools.cancel();
    if (this.#menus.open) {
      this.#menus.show(undefined);
    } else {
      this.#room?.tags.close();
    }
  }

  /** Together with the picture: Cornerstone draws on animation frames too. */
  #requestRender(): void {
    if (!this.#isRenderDue) {
      this.#isRenderDue = true;
      requestAnimationFrame(() => this.#render());
    }
  }

  /** At once, so that new cells have their size before they are given a picture. */
  #renderRoom(): void {
    this.#render();
    const readings = this.#room?.mpr.mpr?.cells ?? this.#room?.layout.visible ?? [];
    readings.forEach(({ viewport }) => viewport.resize());
  }

  #render(): void {
    this.#isRenderDue = false;
    const [room, session] = [this.#room, this.#session];
    if (room) {
      const back = backLink(this, this.#messages);
      const tools = toolbarModel({ ...room, back, onChange: () => this.#requestRender() });
      const isConnected = this.#isConnected;
      const reopen = () => session && void hangStudy(session, room.layout, this.getAttribute('series') ?? '');
      const page = { login: pageIn(this, 'login'), keys: pageKeys(this) };
      const model = { room, session, tools, isConnected, login: page.login, pageKeys: page.keys, reopen, ask: this.#ask };
      render(roomView(model, this.#messages), this.#root);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dicom-viewer': DicomViewer;
  }
}

if (!customElements.get('dicom-viewer')) {
  customElements.define('dicom-viewer', DicomViewer);
}
