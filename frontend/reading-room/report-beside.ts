import type { PriorWanted, ReportPanel } from '../report/report-panel';
import type { DicomViewer } from '../viewer/dicom-viewer';
import { icon } from '../viewer/icons';
import { render } from 'lit';
import { PriorBeside } from './prior-beside';
import { splitter } from './splitter';

/** What the server says of reports in this room: the attributes of the panel, and texts of the page about it. */
export type ReportAttributes = Readonly<Record<string, string>>;

/** Goes to the report, and back to the images; no letter, since it is pressed while writing. */
const KEY = 'F2';

/** The way to the report out of the viewer's tools. The panel is loaded when it is opened for the first time. */
export class ReportBeside {
  readonly #button = document.createElement('button');
  readonly #prior: PriorBeside;
  #panel: ReportPanel | undefined;
  #splitter: HTMLElement | undefined;

  constructor(
    readonly viewer: DicomViewer,
    readonly study: string,
    readonly attributes: ReportAttributes,
  ) {
    const label = attributes['label'] ?? '';
    this.#prior = new PriorBeside(viewer, attributes['prior-close'] ?? '');
    viewer.setAttribute('page-keys', JSON.stringify({ [KEY]: label }));
    this.#button.slot = 'tools';
    this.#button.className = 'page-tool';
    this.#button.title = `${label} (${KEY})`;
    this.#button.setAttribute('aria-keyshortcuts', KEY);
    const words = document.createElement('span');
    words.textContent = label;
    render(icon('rename'), this.#button);
    this.#button.append(words);
    this.#button.addEventListener('click', () => void this.toggle());
    viewer.append(this.#button);
    this.#tellWhetherOpen();
    document.addEventListener('keydown', (event) => this.#onKey(event));
  }

  async toggle(): Promise<void> {
    await (this.#panel ? this.close() : this.open());
  }

  async open(): Promise<void> {
    await import('../report/report-panel');
    if (!this.#panel) {
      this.#panel = reportPanel(this.study, this.attributes);
      this.#panel.viewer = this.viewer;
      this.#panel.addEventListener('close-wanted', () => void this.close());
      this.#panel.addEventListener('window-wanted', () => void this.#openWindow());
      this.#panel.addEventListener('prior-wanted', (event) => {
        const { study, label } = (event as CustomEvent<PriorWanted>).detail;
        this.#prior.show(study, label);
      });
      this.#splitter = splitter(this.#panel, this.attributes['width-label'] ?? '');
      document.body.append(this.#splitter, this.#panel);
    }
    this.#tellWhetherOpen();
    this.#panel.focus();
  }

  close(): void {
    this.#panel?.remove();
    this.#splitter?.remove();
    this.#panel = this.#splitter = undefined;
    this.#tellWhetherOpen();
    this.viewer.focus();
  }

  /** On the other monitor; here the images have all the room. */
  #openWindow(): void {
    const { availWidth, availHeight } = screen;
    const size = `width=${Math.min(900, availWidth)},height=${Math.round(availHeight * 0.9)}`;
    window.open(`viewer/${encodeURIComponent(this.study)}?report=only`, `report ${this.study}`, `popup,${size}`)?.focus();
    this.close();
  }

  #tellWhetherOpen(): void {
    this.#button.setAttribute('aria-pressed', String(this.#panel !== undefined));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === KEY && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      if (this.#panel && document.activeElement === this.#panel) {
        this.viewer.focus();
      } else {
        void this.open();
      }
    }
  }
}

export function reportPanel(study: string, attributes: ReportAttributes): ReportPanel {
  const panel = document.createElement('report-panel');
  Object.entries(attributes).forEach(([name, value]) => panel.setAttribute(name, value));
  panel.setAttribute('study', study);
  return panel;
}
