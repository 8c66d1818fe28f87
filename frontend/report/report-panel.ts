import { render } from 'lit';
import type { DicomViewer } from '../viewer/dicom-viewer';
import type { ShownMark } from '../viewer/shown-marks';
import { EarlierList } from './earlier-list';
import { EarlierStudies, type StudySummary } from './earlier-studies';
import { ImagesElsewhere, ImagesHere, type ImagesBeside } from './images-beside';
import { spaced, typeInto } from './insertion';
import { isInReport, keyImageOf } from './marks-view';
import type { Choice, Part } from './merging';
import type { DialogName, PanelModel, Tab } from './panel-model';
import { panelStyles } from './panel-styles';
import { panelView } from './panel-view';
import { ReportApi } from './report-api';
import { ReportDesk } from './report-desk';
import { ReportMessages } from './report-messages';
import { Versions } from './versions';

/** Of `prior-wanted`. */
export interface PriorWanted {
  readonly study: string;
  /** What it is called, for people. */
  readonly label: string;
}

/**
 * `<report-panel api="api" dicomweb="dicom-web" study="1.2.3" reader="7">`: the reports of a study beside its images.
 * `write` and `delete` say what the reader may, `reader-name` is offered as the signature line, `alone` that the panel
 * has the window for itself, `messages` are texts as JSON by the keys of `report-messages.ts`. Give it the `viewer` that
 * shows the images; without one it works with the viewer in another window of the browser.
 */
export class ReportPanel extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #messages = new ReportMessages();
  /** On this page, else undefined. */
  viewer: DicomViewer | undefined;
  #api = new ReportApi('');
  #desk: ReportDesk | undefined;
  #images: ImagesBeside | undefined;
  #earlier: EarlierList | undefined;
  #versions: Versions | undefined;
  #source: EarlierStudies | undefined;
  #study: StudySummary | undefined;
  #tab: Tab = 'report';
  #dialog: DialogName | undefined;
  #choices: Partial<Record<Part, Choice>> = {};
  #search = '';
  #field: HTMLTextAreaElement | undefined;
  #isRenderDue = false;

  readonly #onHide = () => void this.#desk?.writing?.autosave.flush();
  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.#desk?.writing?.autosave.isAtRisk) {
      event.preventDefault();
    }
  };

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [panelStyles()];
    this.#root.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) {
        this.#field = target;
      }
    });
  }

  connectedCallback(): void {
    const study = this.getAttribute('study') ?? '';
    const onChange = () => this.#requestRender();
    this.#messages.set(this.getAttribute('messages') ?? '');
    this.#api = new ReportApi(this.getAttribute('api') ?? '');
    this.#desk = new ReportDesk({
      api: this.#api,
      study,
      reader: this.getAttribute('reader') ?? '',
      mayWrite: this.hasAttribute('write'),
      onChange,
    });
    this.#images = this.viewer ? new ImagesHere(this.viewer, study, onChange) : new ImagesElsewhere(study, onChange);
    this.#source = new EarlierStudies(this.getAttribute('dicomweb') ?? '', study);
    void this.#source.own().then(
      (found) => {
        this.#study = found;
        onChange();
      },
      () => undefined,
    );
    globalThis.addEventListener('pagehide', this.#onHide);
    document.addEventListener('visibilitychange', this.#onHide);
    globalThis.addEventListener('beforeunload', this.#onLeave);
    onChange();
  }

  disconnectedCallback(): void {
    globalThis.removeEventListener('pagehide', this.#onHide);
    document.removeEventListener('visibilitychange', this.#onHide);
    globalThis.removeEventListener('beforeunload', this.#onLeave);
    this.#desk?.close();
    this.#images?.close();
    this.#desk = this.#images = this.#earlier = this.#versions = undefined;
  }

  /** Where the writer was, else the findings. */
  override focus(): void {
    const field = this.#writingField() ?? this.#root.querySelector<HTMLElement>('.choose button, [role="tab"]');
    field?.focus();
  }

  #writingField(): HTMLTextAreaElement | undefined {
    const last = this.#field?.isConnected ? this.#field : undefined;
    return last ?? this.#root.querySelector<HTMLTextAreaElement>('textarea[name="findings"]') ?? undefined;
  }

  /** At the cursor of the text that was used last. */
  #insert(words: string): void {
    const field = this.#writingField();
    if (field && this.#desk?.writing?.canType) {
      const isUntouched = field !== this.#field;
      const [from, to] = isUntouched ? [field.value.length, field.value.length] : [field.selectionStart, field.selectionEnd];
      typeInto(field, from, to, spaced(field.value, from, to, words));
    }
  }

  #addKeyImage(mark: ShownMark): void {
    const writing = this.#desk?.writing;
    if (writing && !isInReport(mark, writing.content.keyImages)) {
      const keyImages = [...writing.content.keyImages, keyImageOf(mark)];
      writing.change({ ...writing.content, keyImages });
      this.#requestRender();
    }
  }

  #showTab(tab: Tab): void {
    this.#tab = tab;
    const id = this.#desk?.open?.report.id;
    const onChange = () => this.#requestRender();
    if (tab === 'versions' && id !== undefined) {
      this.#versions = new Versions(this.#api, id, onChange);
    }
    if (tab === 'earlier' && this.#source) {
      this.#earlier ??= new EarlierList(this.#source, this.#api, onChange);
    }
    this.#requestRender();
  }

  #requestRender(): void {
    if (!this.#isRenderDue) {
      this.#isRenderDue = true;
      queueMicrotask(() => {
        this.#isRenderDue = false;
        const model = this.#model();
        if (model) {
          render(panelView(model), this.#root);
        }
      });
    }
  }

  #say(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #model(): PanelModel | undefined {
    const desk = this.#desk;
    if (!desk) {
      return undefined;
    }
    if (!desk.writing?.conflict) {
      this.#choices = {};
    }
    return {
      desk,
      api: this.#api,
      messages: this.#messages,
      dicomweb: this.getAttribute('dicomweb') ?? '',
      study: this.#study,
      tab: this.#tab,
      dialog: this.#dialog,
      images: this.#images,
      versions: this.#versions,
      earlier: this.#earlier,
      choices: this.#choices,
      search: this.#search,
      readerId: Number(this.getAttribute('reader')),
      readerName: this.getAttribute('reader-name') ?? '',
      mayWrite: this.hasAttribute('write'),
      mayDelete: this.hasAttribute('delete'),
      isAlone: this.hasAttribute('alone'),
      onTab: (tab) => this.#showTab(tab),
      onDialog: (dialog) => {
        this.#dialog = dialog;
        this.#requestRender();
      },
      onChoice: (part, choice) => {
        this.#choices = { ...this.#choices, [part]: choice };
        this.#requestRender();
      },
      onSearch: (words) => {
        this.#search = words;
        this.#requestRender();
      },
      onContent: (content) => {
        desk.writing?.change(content);
        this.#requestRender();
      },
      onInsert: (words) => this.#insert(words),
      onKeyImage: (mark) => this.#addKeyImage(mark),
      onBeside: ({ studyInstanceUID: study, date, modalities, description }) =>
        this.#say('prior-wanted', { study, label: `${date} ${modalities} ${description}`.trim() } satisfies PriorWanted),
      onWindow: () => this.#say('window-wanted'),
      onClose: () => this.#say('close-wanted'),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-panel': ReportPanel;
  }
}

if (!customElements.get('report-panel')) {
  customElements.define('report-panel', ReportPanel);
}
