import type { DicomViewer } from '../viewer/dicom-viewer';
import { icon } from '../viewer/icons';
import { render } from 'lit';

/** What belongs to the room's first viewer alone. */
const OWN = ['study', 'series', 'back', 'back-label', 'page-keys', 'layout'];

/** An earlier study beside the one that is read, in a viewer of its own. */
export class PriorBeside {
  #frame: HTMLElement | undefined;

  constructor(
    readonly viewer: DicomViewer,
    readonly closeLabel: string,
  ) {}

  /** @param label what the study is called */
  show(study: string, label: string): void {
    this.close();
    const frame = document.createElement('section');
    frame.className = 'prior';
    frame.setAttribute('aria-label', label);
    frame.append(this.#head(label), this.#viewer(study));
    this.viewer.after(frame);
    this.#frame = frame;
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #head(label: string): HTMLElement {
    const head = document.createElement('header');
    const title = document.createElement('h2');
    title.textContent = label;
    title.dir = 'auto';
    const close = document.createElement('button');
    close.title = this.closeLabel;
    close.setAttribute('aria-label', this.closeLabel);
    render(icon('close'), close);
    close.addEventListener('click', () => this.close());
    head.append(title, close);
    return head;
  }

  #viewer(study: string): DicomViewer {
    const viewer = document.createElement('dicom-viewer');
    for (const { name, value } of this.viewer.attributes) {
      if (!OWN.includes(name)) {
        viewer.setAttribute(name, value);
      }
    }
    viewer.setAttribute('study', study);
    return viewer;
  }
}
