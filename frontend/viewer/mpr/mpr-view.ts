import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cornerTexts } from '../corner-texts';
import { colourBar } from '../enhance/colour-bar';
import { enhancementNotes } from '../enhance/enhance-notes';
import { enhancementOf } from '../enhance/enhancement';
import { icon } from '../icons';
import type { Messages } from '../messages';
import { edgeLetters } from '../orientation-letters';
import { noteStrip } from '../picture-notes';
import { pictureOverlay } from '../picture-overlay';
import { crossLines } from './cross-lines';
import type { Mpr } from './mpr';
import { mprBar } from './mpr-bar';
import { mprNotes, refusalText } from './mpr-notes';
import type { PlaneCell } from './plane-cell';
import { planeScrollBar } from './plane-scroll-bar';
import type { VolumeRefusal } from './volume';

/** In the place of the images: the bar of the planes, what is to be known of them, and the planes. */
export function mprView(mpr: Mpr, onLeave: () => void, messages: Messages): TemplateResult {
  return html`
    <div class="mpr ${mpr.isMaximised ? 'maximised' : ''}" role="group" aria-label=${messages.get('mpr.name')}>
      ${mprBar(mpr, onLeave, messages)} ${noteStrip(notes(mpr, messages))}
      <div class="planes">
        ${repeat(
          mpr.cells,
          (cell) => cell,
          (cell) => planeView(cell, mpr, messages),
        )}
        ${mpr.failure ? failureNotice(mpr.failure, messages) : ''}
      </div>
    </div>
  `;
}

function notes(mpr: Mpr, messages: Messages): string[] {
  return [...mprNotes(mpr, messages), ...enhancementNotes(enhancementOf(mpr.active.element), messages)];
}

/** A sentence over the images, to be taken away by the reader. */
export function refusalView(refusal: VolumeRefusal, onClose: () => void, messages: Messages): TemplateResult {
  return html`
    <div class="refusal" role="alert">
      ${icon('warning')}
      <p>${messages.get('mpr.refused')} ${refusalText(refusal, messages)}</p>
      <button class="text-button" data-tool="mpr-refusal" @click=${onClose}>
        ${messages.get('mpr.refused.close')}
      </button>
    </div>
  `;
}

function planeView(cell: PlaneCell, mpr: Mpr, messages: Messages): TemplateResult {
  const name = messages.get(`mpr.${cell.name}`);
  const isActive = cell === mpr.active;
  cell.element.setAttribute('aria-label', `${name}. ${messages.get('viewer.picture')}`);
  cell.element.dataset['tool'] = mpr.tool;
  cell.element.classList.toggle('blank', cell.image === undefined);
  return html`
    <div
      class="plane ${cell.name} ${isActive ? 'active' : ''}"
      data-plane=${cell.name}
      @pointerdown=${{ handleEvent: () => mpr.activate(cell), capture: true }}
      @focusin=${() => mpr.activate(cell)}
    >
      <div class="view">
        ${cell.element} ${cell.image ? overPlane(cell, mpr, messages) : html`<span class="spinner"></span>`}
      </div>
      <span class="plane-name">${name}</span>
    </div>
  `;
}

function overPlane(cell: PlaneCell, mpr: Mpr, messages: Messages): TemplateResult | '' {
  const { viewport, planes, shownIndex } = cell;
  const { frame, windowing, table, scale, turn } = viewport;
  if (!frame) {
    return '';
  }
  const shown = { frame, index: shownIndex, count: planes.count, windowing, table, scale };
  const corners = cornerTexts(shown, messages);
  return html`
    ${crossLines(cell, mpr)}
    ${pictureOverlay({ ...corners, topRight: [] }, edgeLetters(frame.axes, turn))}
    ${colourBar(viewport, enhancementOf(cell.element), mpr.valueUnit)}
    ${planeScrollBar(cell, mpr, messages)}
  `;
}

function failureNotice(reason: string, messages: Messages): TemplateResult {
  return html`
    <div class="notice" role="alert">
      ${icon('warning')}
      <p>${messages.get('mpr.failed')}</p>
      <p class="detail">${reason}</p>
    </div>
  `;
}
