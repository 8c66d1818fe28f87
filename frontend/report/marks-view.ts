import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../viewer/icons';
import type { ShownMark } from '../viewer/shown-marks';
import { thumbnail } from './key-images-view';
import { markWords, placeWords } from './mark-words';
import type { PanelModel } from './panel-model';
import type { ReportKeyImage } from './report';

/** What was measured and marked on the images: a click takes it over into the report. */
export function marksView(model: PanelModel): TemplateResult | typeof nothing {
  const { messages, desk, images } = model;
  if (!desk.writing?.canType) {
    return nothing;
  }
  const marks = images?.marks;
  return html`
    <details class="marks" open>
      <summary>${messages.get('marks.title')}</summary>
      ${
        marks === undefined || marks.length === 0
          ? html`<p class="advice">${messages.get(marks ? 'marks.none' : 'marks.noImages')}</p>`
          : html`<ul>${repeat(marks, ({ id }) => id, (mark) => markView(mark, model))}</ul>`
      }
    </details>
  `;
}

function markView(mark: ShownMark, model: PanelModel): TemplateResult {
  const { messages, images, onInsert, onKeyImage, desk } = model;
  const words = markWords(mark, messages);
  const isKeyImage = mark.kind === 'key-image';
  const isIn = isKeyImage && isInReport(mark, desk.writing?.content.keyImages ?? []);
  const label = messages.get(isKeyImage ? 'marks.add' : 'marks.insert', words);
  const show = messages.get('marks.show', words);
  return html`
    <li class="mark" data-kind=${mark.kind}>
      <button
        type="button"
        class="insert"
        title=${label}
        aria-label=${label}
        ?disabled=${isIn}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => (isKeyImage ? onKeyImage(mark) : onInsert(words))}
      >
        ${isKeyImage ? html`<img src=${pictureOf(mark, model)} alt="" loading="lazy" />` : icon(mark.kind)}
        <span class="words">
          <span dir="auto">${[mark.title, ...mark.results].join(' ')}</span>
          <span class="place">${isIn ? messages.get('marks.added') : placeWords(mark, messages)}</span>
        </span>
      </button>
      <button type="button" class="icon-button" title=${show} aria-label=${show} @click=${() => images?.show(mark)}>
        ${icon('shown')}
      </button>
    </li>
  `;
}

function pictureOf(mark: ShownMark, { dicomweb, desk }: PanelModel): string {
  return thumbnail(dicomweb, desk.ports.study, keyImageOf(mark));
}

/** As the report keeps it. */
export function keyImageOf({ seriesInstanceUID, sopInstanceUID, frameNumber }: ShownMark): ReportKeyImage {
  return { seriesInstanceUid: seriesInstanceUID, sopInstanceUid: sopInstanceUID, frame: frameNumber, caption: '' };
}

export function isInReport({ sopInstanceUID, frameNumber }: ShownMark, images: readonly ReportKeyImage[]): boolean {
  return images.some(({ sopInstanceUid, frame }) => sopInstanceUid === sopInstanceUID && frame === frameNumber);
}
