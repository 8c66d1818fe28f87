import { render } from 'lit';
import { Commands } from './commands';
import { Dicomweb } from './dicomweb';
import { EventBus, type ViewerEvents } from './event-bus';
import { gridNamed, SINGLE } from './grid';
import { hangRest, hangStudy } from './hanging';
import { commandIn } from './key-input';
import { Layout } from './layout';
import { Messages } from './messages';
import { backLink, pageIn } from './page-links';
import { roomView } from './room-view';
import { StudySession } from './study-session';
import { viewerStyles } from './styles/viewer-styles';
import type { ToolbarModel } from './toolbar';
import { toolbarModel } from './toolbar-model';
import { viewerState, type ViewerState } from './viewer-state';

/** Events of the bus that callers of the element see too, with the same detail. */
const PUBLIC_EVENTS = ['image-rendered', 'series-loaded', 'measurement-completed', 'measurements-changed'] as const;

/**
 * `<dicom-viewer dicomweb="/dicom-web" study="1.2.3" series="1.2.3.4" messages='{"tool.zoom":"..."}'>`: shows a study
 * of a DICOMweb server. `series` chooses the one to begin with, `layout` how many are seen at once; both and `messages`
 * may be left out. `back` with `back-label` puts a link to the page before into the tool bar; `login` is the address
 * offered when the session ended.
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
  ];

  readonly #messages = new Messages();
  readonly #bus = new EventBus();
  readonly #root = this.attachShadow({ mode: 'open' });
  #layout: Layout | undefined;
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
    return this.#layout && viewerState(this.#session, this.#layout);
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onLooseKey);
    if (!this.#layout) {
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
    const tool = matchMedia('(pointer: coarse)').matches ? 'scroll' : 'window';
    this.#layout = new Layout(this.#bus, tool, () => this.#messages.get('text.detector'));
    this.#commands = new Commands(this.#layout);
    this.#arrange();
  }

  #close(): void {
    this.#closeSession();
    this.#layout?.dispose();
    this.#layout = this.#commands = undefined;
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'messages') {
      this.#messages.set(value ?? '');
      this.#requestRender();
    } else if (name === 'layout') {
      this.#arrange();
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
    const layout = this.#layout;
    if (!layout) {
      return;
    }
    if (this.#session?.studyUID === study && this.#session.dicomweb.root === root) {
      this.#goTo(series, this.#session, layout);
      return;
    }
    this.#closeSession();
    this.#session = study ? new StudySession(study, new Dicomweb(root), this.#bus) : undefined;
    if (this.#session) {
      void hangStudy(this.#session, layout, series);
    }
    this.#requestRender();
  }

  #goTo(seriesUID: string, session: StudySession, layout: Layout): void {
    const series = session.find(seriesUID);
    if (series) {
      void layout.active.open(session, series);
    }
  }

  #arrange(): void {
    this.#layout?.arrange(gridNamed(this.getAttribute('layout') ?? '') ?? SINGLE);
  }

  /** Measurements live in Cornerstone's global state by picture: they end with the study. */
  #closeSession(): void {
    const opened = this.#session?.opened ?? [];
    if (opened.length > 0) {
      this.#layout?.active.tools.clear(opened);
    }
    this.#layout?.clear();
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
    this.#bus.on('layout-changed', () => this.#onLayout());
  }

  #onLayout(): void {
    this.#renderRoom();
    if (this.#session && this.#layout && this.#session.phase.name === 'ready') {
      void hangRest(this.#session, this.#layout);
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#setMenu(undefined);
    }
    const command = commandIn(event);
    if (command && this.#layout?.active.viewport.image) {
      event.preventDefault();
      this.#commands?.run(command);
    }
  }

  #closeMenuOutside(event: Event): void {
    const isInMenu = event
      .composedPath()
      .some(
        (node) => node instanceof Element && node.matches('.menu, .secondary, [data-tool=presets], [data-tool=more]'),
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

  /** At once, so that new cells have their size before they are given a picture. */
  #renderRoom(): void {
    this.#render();
    this.#layout?.visible.forEach(({ viewport }) => viewport.resize());
  }

  #render(): void {
    this.#isRenderDue = false;
    const [layout, commands, session] = [this.#layout, this.#commands, this.#session];
    if (layout && commands) {
      const own = {
        back: backLink(this, this.#messages),
        openMenu: this.#openMenu,
        onMenu: (menu: ToolbarModel['openMenu']) => this.#setMenu(menu),
      };
      const tools = toolbarModel(layout, commands, own);
      const reopen = () => session && void hangStudy(session, layout, this.getAttribute('series') ?? '');
      render(roomView({ layout, session, tools, login: pageIn(this, 'login'), reopen }, this.#messages), this.#root);
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
