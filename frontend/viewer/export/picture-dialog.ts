import { html, type TemplateResult } from 'lit';
import { radios, tick } from '../choice';
import { icon } from '../icons';
import type { Messages } from '../messages';
import { modal } from '../modal';
import type { PictureExport } from './picture-export';

/** How the picture is to be saved, with a look at what it will be. */
export function pictureDialog(picture: PictureExport, onClose: () => void, messages: Messages): TemplateResult {
  const content = html`
    <div class="modal-body with-preview">
      <div class="preview">${preview(picture, messages)}</div>
      <div class="choices">
        ${choices(picture, messages)}
        <p class="hint">${identityHint(picture, messages)}</p>
        ${picture.notes.map((note) => html`<p class="hint">${note}</p>`)}
      </div>
    </div>
    <div class="modal-foot">
      <p class="outcome ${picture.outcome?.isGood === false ? 'bad' : ''}" role="status">
        ${picture.outcome?.sentence ?? ''}
      </p>
      <button class="text-button quiet" data-do="copy" ?disabled=${!picture.canvas} @click=${() => void picture.copy()}>
        ${icon('copy')}<span>${messages.get('export.copy')}</span>
      </button>
      <button class="text-button" data-do="save" ?disabled=${!picture.canvas} @click=${() => void picture.save()}>
        ${icon('export')}<span>${messages.get('export.save')}</span>
      </button>
    </div>
  `;
  return modal({ name: 'save-picture', title: messages.get('export.title'), content, onClose }, messages);
}

function preview(picture: PictureExport, messages: Messages): unknown {
  const { canvas, factor } = picture;
  if (!canvas) {
    return html`<p>${messages.get('export.loading')}</p>`;
  }
  const { width, height } = canvas;
  const size =
    factor !== undefined && factor > 1
      ? messages.get('export.enlarged', width, height, factor)
      : messages.get('export.pixels', width, height);
  return html`<div class="preview-picture">${canvas}</div><p>${size}</p>`;
}

function choices(picture: PictureExport, messages: Messages): TemplateResult {
  const { format, size, hasMarks, hasTexts, isIdentified } = picture.options;
  return html`
    ${radios(
      'size',
      messages.get('export.size'),
      [
        ['stored', messages.get('export.stored')],
        ['screen', messages.get('export.screen')],
      ],
      size,
      (chosen) => picture.change({ size: chosen }),
    )}
    ${radios(
      'format',
      messages.get('export.format'),
      [
        ['png', messages.get('export.png')],
        ['jpeg', messages.get('export.jpeg')],
      ],
      format,
      (chosen) => picture.change({ format: chosen }),
    )}
    <fieldset class="option-set upright">
      <legend>${messages.get('export.show')}</legend>
      ${tick('marks', messages.get('export.marks'), hasMarks, (isOn) => picture.change({ hasMarks: isOn }))}
      ${tick('texts', messages.get('export.texts'), hasTexts, (isOn) => picture.change({ hasTexts: isOn }))}
      ${tick('identity', messages.get('export.identity'), isIdentified, (isOn) => picture.change({ isIdentified: isOn }))}
    </fieldset>
  `;
}

/** What the reader must know before the picture leaves the house. */
function identityHint({ options }: PictureExport, messages: Messages): string {
  const { isIdentified, hasTexts } = options;
  return messages.get(!isIdentified ? 'export.anonymous' : hasTexts ? 'export.identified' : 'export.unnamed');
}
