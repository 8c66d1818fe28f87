import { html, render } from 'lit';
import type { Annotation } from './annotation';
import { calibratedSpacing } from './calibration';
import { cineBar } from './cine-bar';
import type { Question } from './annotation-questions';
import { Commands } from './commands';
import { cornerTexts } from './corner-texts';
import { Dicomweb } from './dicomweb';
import { EventBus, type ViewerEvents } from './event-bus';
import { Marks } from './marks';
import { listed } from './measurement-list';
import { savingNotes } from './measurement-notes';
import { measurementPanel } from './measurement-panel';
import { labelQuestion } from './annotation-questions';
import { Messages } from './messages';
import { failureNotice, phaseNotice, type WayOn } from './notices';
import { edgeLetters } from './orientation-letters';
import { keepButtonsForTools, ringForKeyboard, scrollByWheel, shieldWhileBlank } from './picture-input';
import { pictureOverlay } from './picture-overlay';
import { noteStrip, pictureNotes, stackNotes } from './picture-notes';
import { askInDialog } from './question-dialog';
import { scrollBar } from './scroll-bar';
import { seriesRail } from './series-rail';
import { commandOf } from './shortcuts';
import { showImage } from './show-image';
import { StudySession } from './study-session';
import { viewerStyles } from './styles/viewer-styles';
import { toolbar, type ToolbarModel } from './toolbar';
import { ToolSet } from './tool-set';
import { viewerState, type ViewerState } from './viewer-state';
import { Viewport } from './viewport';

/** Events of the bus that callers of the element see too, with the same detail. */
const PUBLIC_EVENTS = ['image-rendered', 'series-loaded', 'measurement-completed', 'measurements-changed'] as const;

/**
 * `<dicom-viewer dicomweb="/dicom-web" study="1.2.3" series="1.2.3.4" messages='{"tool.zoom":"..."}'>`: shows a study
 * of a DICOMweb server. `series` chooses the one to begin with; it and `messages` may be left out. `back` with
 * `back-label` puts a link to the page before into the tool bar; `login` is the address offered when the session ended.
 */
export class DicomViewer extends HTMLElement {
  static readonly observedAttributes = [
    'dicomweb',
    'study',
    'series',
    'messages',
    'back',
    'back-label',
    'login',
    'measurements',
    'measurements-readonly',
  ];

  readonly #messages = new Messages();
  readonly #bus = new EventBus();
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #element = document.createElement('div');
  readonly #marks = new Marks({
    bus: this.#bus,
    openFrames: () => this.#session?.opened ?? [],
    goTo: (image) => this.#session && void showImage(this.#session, image),
  });
  #viewport: Viewport | undefined;
  #tools: ToolSet | undefined;
  #commands: Commands | undefined;
  #session: StudySession | undefined;
  #openMenu: ToolbarModel['openMenu'];
  #isRenderDue = false;
  #isOpenDue = false;

  /** Keys pressed while nothing on the page has the focus are meant for the picture. */
  readonly #onLooseKey = (event: KeyboardEvent) => {
    if (event.target === document.body) {
      this.#onKey(event);
    }
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [viewerStyles()];
    this.#element.className = 'viewport';
    this.#element.tabIndex = 0;
    this.#element.setAttribute('role', 'application');
    shieldWhileBlank(this.#element);
    keepButtonsForTools(this.#element);
    ringForKeyboard(this.#element);
    scrollByWheel(this.#element, this.#bus);
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.#root.addEventListener('pointerdown', (event) => this.#closeMenuOutside(event));
    this.#listen();
  }

  /** Texts by key (see messages.ts), over the English defaults. */
  set messages(texts: Record<string, string>) {
    this.#messages.set(texts);
    this.#requestRender();
  }

  /** What is on the screen now. */
  get state(): ViewerState | undefined {
    return this.#viewport && this.#tools && viewerState(this.#session, this.#viewport, this.#tools, this.#marks);
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onLooseKey);
    if (!this.#viewport) {
      this.#furnish();
    }
    this.#requestOpen();
  }

  /** Frameworks take elements out and put them back at once: only one that stays away is closed. */
  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onLooseKey);
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#close();
      }
    });
  }

  #furnish(): void {
    this.#render();
    this.#viewport = new Viewport(this.#element, this.#bus);
    this.#tools = new ToolSet(
      this.#element,
      this.#bus,
      {
        onWindowDrag: ({ dx, dy }) => this.#viewport?.dragWindow(dx, dy),
        messages: this.#messages,
        annotations: this.#marks.store,
        ask: (question) => this.#ask(question),
        tell: (sentence) => this.#marks.tell({ kind: 'told', sentence }),
      },
      matchMedia('(pointer: coarse)').matches ? 'scroll' : 'window',
    );
    this.#commands = new Commands(this.#viewport, this.#tools, () => this.#session, this.#marks);
  }

  #close(): void {
    this.#closeSession();
    this.#tools?.dispose();
    this.#viewport?.dispose();
    this.#session = this.#viewport = this.#tools = this.#commands = undefined;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'messages') {
      this.#messages.set(value ?? '');
      this.#requestRender();
    } else if (name.startsWith('back') || name === 'login') {
      this.#requestRender();
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
    if (!this.#viewport) {
      return;
    }
    if (this.#session?.studyUID === study && this.#session.dicomweb.root === root) {
      void this.#session.openSeries(series);
      return;
    }
    this.#closeSession();
    const isHeld = () => this.#tools?.isBusy ?? false;
    this.#session = study ? new StudySession(study, new Dicomweb(root), this.#viewport, this.#bus, isHeld) : undefined;
    if (this.#session) {
      this.#marks.open(study, this.#savedAt());
    }
    void this.#session?.open(series);
    this.#requestRender();
  }

  #savedAt(): { root: string; isReadOnly: boolean } | undefined {
    const root = this.getAttribute('measurements');
    return root ? { root, isReadOnly: this.hasAttribute('measurements-readonly') } : undefined;
  }

  /** The keyboard goes back to where it was. */
  async #ask(question: Question): Promise<string | undefined> {
    const answer = await askInDialog(this.#root, question, this.#messages);
    this.#element.focus({ preventScroll: true });
    return answer;
  }

  #closeSession(): void {
    this.#marks.close();
    this.#session?.close();
    this.#session = undefined;
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
    // The tools are the larger part of the program: the first picture does not wait for them.
    this.#bus.on('series-loaded', () => void this.#tools?.attach());
    this.#bus.on('scroll-by', (steps) => this.#commands?.scrollBy(steps));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#tools?.cancel();
      this.#setMenu(undefined);
    }
    const command = isMeantForControl(event) ? undefined : commandOf(event);
    if (command && this.#viewport?.image) {
      event.preventDefault();
      this.#commands?.run(command);
    }
  }

  #closeMenuOutside(event: Event): void {
    const isInMenu = event
      .composedPath()
      .some(
        (node) => node instanceof Element && node.matches('.menu, .secondary, [data-tool=presets], [data-tool=measure], [data-tool=more]'),
      );
    if (!isInMenu) {
      this.#setMenu(undefined);
    }
  }

  #setMenu(menu: ToolbarModel['openMenu']): void {
    if (this.#openMenu !== menu) {
      this.#openMenu = menu;
      this.#requestRender();
    }
  }

  /** Together with the picture: Cornerstone draws on animation frames too. */
  #requestRender(): void {
    if (!this.#isRenderDue) {
      this.#isRenderDue = true;
      requestAnimationFrame(() => this.#render());
    }
  }

  #render(): void {
    this.#isRenderDue = false;
    const session = this.#session;
    const seriesCount = session?.series.length ?? 0;
    const rail = seriesCount === 0 ? 'no-rail' : seriesCount === 1 ? 'single-series' : '';
    this.#element.setAttribute('aria-label', this.#messages.get('viewer.picture'));
    this.#element.dataset['tool'] = this.#tools?.active ?? '';
    this.#element.toggleAttribute('data-drawing', this.#tools?.isDrawing ?? false);
    this.#element.classList.toggle('blank', !this.#viewport?.image || session?.stack?.failure !== undefined);
    render(
      html`
        <div class="frame ${rail}" role="region" aria-label=${this.#messages.get('viewer.name')}>
          ${session && rail !== 'no-rail' ? seriesRail(session, this.#messages) : ''}
          ${toolbar(this.#toolbarModel(), this.#messages)} ${noteStrip(this.#notes())}
          <div class="picture">${this.#element} ${this.#overPicture()}</div>
          ${session && this.#marks.isPanelOpen ? this.#markPanel(session) : ''}
        </div>
      `,
      this.#root,
    );
  }

  #markPanel(session: StudySession): unknown {
    const { store } = this.#marks;
    const { series, opened: frames } = session;
    const shown = this.#viewport?.frame;
    const rows = listed({ marks: this.#marks, series, frames, shown }, this.#messages);
    return measurementPanel(
      {
        series: rows,
        isFailed: this.#marks.saveState === 'failed' || this.#marks.saveState === 'session',
        onRetry: () => this.#marks.retry(),
        onGo: (annotation) => void showImage(session, annotation),
        onRename: (annotation) => void this.#rename(annotation),
        onRemove: (annotation) => this.#marks.remove(annotation),
        onHide: ({ id }, isHidden) => store.setHidden(id, isHidden),
        onClose: () => this.#marks.togglePanel(),
      },
      this.#messages,
    );
  }

  async #rename(annotation: Annotation): Promise<void> {
    const name = await this.#ask(labelQuestion(annotation, this.#messages));
    if (name !== undefined) {
      this.#marks.rename(annotation, name.trim());
    }
  }

  #notes(): string[] {
    return [...this.#pictureNotes(), ...savingNotes(this.#marks, this.#messages)];
  }

  #pictureNotes(): string[] {
    const stack = this.#session?.stack;
    if (!stack) {
      return [];
    }
    const ofStack = stackNotes(stack.frames.length, stack.omitted, this.#messages);
    const image = stack.failure ? undefined : this.#viewport?.image;
    return image ? [...ofStack, ...pictureNotes(image, this.#messages)] : ofStack;
  }

  #overPicture(): unknown {
    const stack = this.#session?.stack;
    const notice = phaseNotice(this.#session?.phase, this.#messages, this.#wayOn(() => void this.#session?.open()));
    if (notice || !stack) {
      return notice;
    }
    const failure = stack.failure;
    return html`
      ${this.#texts()} ${scrollBar(stack, (place) => this.#commands?.scrollTo(place), this.#messages)}
      ${this.#session?.cine && !failure ? cineBar(this.#session.cine, this.#messages) : ''}
      ${failure ? failureNotice(failure, stack.shown, this.#messages, this.#wayOn(() => void stack.retry())) : ''}
      ${stack.isWaiting ? html`<span class="spinner waiting" role="status"></span>` : ''}
    `;
  }

  #texts(): unknown {
    const stack = this.#session?.stack;
    const frame = stack?.failure?.frame ?? this.#viewport?.frame;
    if (!stack || !frame || !this.#viewport) {
      return '';
    }
    const { windowing, table, scale, turn } = this.#viewport;
    const spacing = calibratedSpacing(frame, this.#marks.store.all);
    const shown = { frame: { ...frame, spacing }, index: stack.shown, count: stack.frames.length, windowing, table, scale };
    return pictureOverlay(cornerTexts(shown, this.#messages), edgeLetters(frame.axes, turn));
  }

  #wayOn(retry: () => void): WayOn {
    return { retry, login: this.#page('login') };
  }

  #backLink(): ToolbarModel['back'] {
    const href = this.#page('back');
    const label = this.getAttribute('back-label') ?? this.#messages.get('tools.back');
    return href === undefined ? undefined : { href, label };
  }

  /** The address in an attribute, undefined when it does not lead to a page. */
  #page(attribute: string): string | undefined {
    const href = this.getAttribute(attribute);
    const isPage = href !== null && /^https?:$/.test(new URL(href, document.baseURI).protocol);
    return isPage ? href : undefined;
  }

  #toolbarModel(): ToolbarModel {
    return {
      back: this.#backLink(),
      active: this.#tools?.active ?? 'window',
      isReady: this.#viewport?.image !== undefined,
      isInverted: this.#viewport?.isInverted ?? false,
      hasMeasurements: (this.#tools?.measurements(this.#session?.stack?.frames ?? []).length ?? 0) > 0,
      presets: this.#commands?.presets ?? [],
      windowing: this.#viewport?.windowing,
      table: this.#viewport?.table,
      canWindow: this.#viewport?.canWindow ?? false,
      openMenu: this.#openMenu,
      canUndo: this.#marks.store.canUndo,
      canRedo: this.#marks.store.canRedo,
      isKeyImage: this.#viewport?.frame !== undefined && this.#marks.isKeyImage(this.#viewport.frame),
      isPanelOpen: this.#marks.isPanelOpen,
      onTool: (tool) => {
        this.#commands?.run({ type: 'tool', tool });
        this.#setMenu(undefined);
      },
      onAction: (action) => this.#commands?.act(action),
      onPreset: (preset) => {
        this.#commands?.apply(preset);
        this.#setMenu(undefined);
      },
      onMenu: (menu) => this.#setMenu(menu),
    };
  }
}

/** Keys that a control on the way of the event uses itself. */
function isMeantForControl(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  const isControl = target instanceof Element && target.matches('button, a, select, input');
  return isControl && (event.key === ' ' || event.key === 'Enter' || !(target as Element).matches('button, a'));
}

declare global {
  interface HTMLElementTagNameMap {
    'dicom-viewer': DicomViewer;
  }
}

if (!customElements.get('dicom-viewer')) {
  customElements.define('dicom-viewer', DicomViewer);
}
