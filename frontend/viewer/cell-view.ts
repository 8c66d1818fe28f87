import { html, type TemplateResult } from 'lit';
import type { Cell } from './cell';
import { calibratedSpacing } from './calibration';
import { cineBar } from './cine-bar';
import { cornerTexts } from './corner-texts';
import { colourBar } from './enhance/colour-bar';
import { enhancementNotes } from './enhance/enhance-notes';
import { enhancementOf } from './enhance/enhancement';
import { icon } from './icons';
import { lineOverlay } from './line-overlay';
import type { Follow } from './linking';
import type { Marks } from './marks';
import type { Messages } from './messages';
import { failureNotice, phaseNotice, vacantNotice } from './notices';
import { edgeLetters } from './orientation-letters';
import { noteStrip, pictureNotes, stackNotes } from './picture-notes';
import { pictureOverlay } from './picture-overlay';
import { layersNotes } from './presentation/layers-notes';
import type { ReadingRoom } from './reading-room';
import { scrollBar } from './scroll-bar';
import { valueUnit } from './value-unit';

export interface CellModel {
  readonly room: ReadingRoom;
  /** Of the cell in the layout, from 0. */
  readonly place: number;
  /** Whether the series of the study are known, so that one can be chosen. */
  readonly isStudyOpen: boolean;
  /** Address of the login, undefined when the page has none. */
  readonly login: string | undefined;
}

/** A cell as it is seen: what is to be known of the picture above it, the picture, and what lies over it. */
export function cellView(cell: Cell, model: CellModel, messages: Messages): TemplateResult {
  const { place, room } = model;
  const { layout } = room;
  const count = layout.cells.length;
  const isActive = cell === layout.active && count > 1 && !layout.isMaximised;
  dressPicture(cell, count > 1 ? messages.get('cell.name', place + 1, count) : '', messages);
  return html`
    <div
      class="cell ${isActive ? 'active' : ''}"
      data-cell=${place}
      ?hidden=${!layout.visible.includes(cell)}
      @pointerdown=${{ handleEvent: () => layout.activate(cell), capture: true }}
      @focusin=${() => layout.activate(cell)}
    >
      ${noteStrip(notes(cell, messages))}
      <div class="view">${cell.element} ${overPicture(cell, model, messages)}</div>
    </div>
  `;
}

function dressPicture({ element, tools, isBlank }: Cell, name: string, messages: Messages): void {
  element.setAttribute('aria-label', `${name} ${messages.get('viewer.picture')}`.trim());
  element.dataset['tool'] = tools.active;
  element.toggleAttribute('data-drawing', tools.isDrawing);
  element.classList.toggle('blank', isBlank);
}

function notes({ stack, viewport, element, layers }: Cell, messages: Messages): string[] {
  const { frame } = viewport;
  if (!stack) {
    return [];
  }
  const ofStack = stackNotes(stack.frames.length, stack.omitted, messages);
  const image = stack.failure ? undefined : viewport.image;
  const ofPicture = image && [...pictureNotes(image, messages), ...enhancementNotes(enhancementOf(element), messages)];
  const ofLayers = image && frame ? layersNotes(layers, frame, messages) : [];
  return [...ofStack, ...(ofPicture ?? []), ...ofLayers];
}

function overPicture(cell: Cell, { login, isStudyOpen, room }: CellModel, messages: Messages): unknown {
  const { phase, stack, cine } = cell;
  if (phase.name === 'vacant') {
    return isStudyOpen ? vacantNotice(messages) : '';
  }
  const notice = phaseNotice(phase, messages, { retry: () => void cell.retry(), login });
  if (notice || !stack) {
    return notice;
  }
  const failure = stack.failure;
  const wayOn = { retry: () => void stack.retry(), login };
  return html`
    ${crossLines(cell, room)} ${texts(cell, room.marks, messages)} ${linkBadge(room.links.followed(cell), messages)}
    ${scrollBar(stack, (place) => cell.scrollTo(place), messages)}
    ${cine && !failure && isFilmOffered(cell, room) ? cineBar(cine, messages) : ''}
    ${failure ? failureNotice(failure, stack.shown, messages, wayOn) : ''}
    ${stack.isWaiting ? html`<span class="spinner waiting" role="status"></span>` : ''}
  `;
}

function crossLines(cell: Cell, { lines, crosshairs }: ReadingRoom): unknown {
  const toCss = cell.viewport.pixelToCanvas.bind(cell.viewport);
  return lineOverlay({ lines: lines.in(cell), cross: crosshairs.in(cell), toCss });
}

/** How the cell follows another one; a reader must not take a number for a position. */
function linkBadge(follow: Follow | undefined, messages: Messages): TemplateResult | '' {
  if (!follow) {
    return '';
  }
  const isSure = follow.by === 'position' && follow.isInside;
  const key = follow.by === 'number' ? 'link.byNumber' : isSure ? 'link.byPosition' : 'link.outside';
  const label = messages.get(key);
  return html`<span class="badge ${isSure ? '' : 'unsure'}" title=${label}>
    ${icon('link')}<span>${label}</span>
  </span>`;
}

/** Over the picture that is read; among several cells the others are kept free of it. */
function isFilmOffered(cell: Cell, { layout }: ReadingRoom): boolean {
  return cell === layout.active || cell.cine?.isPlaying === true;
}

function texts({ stack, viewport, element }: Cell, { store }: Marks, messages: Messages): TemplateResult | '' {
  const frame = stack?.failure?.frame ?? viewport.frame;
  if (!stack || !frame) {
    return '';
  }
  const { windowing, table, scale, turn } = viewport;
  const measuredBy = { ...frame, spacing: calibratedSpacing(frame, store.all) };
  const shown = { frame: measuredBy, index: stack.shown, count: stack.frames.length, windowing, table, scale };
  return html`
    ${pictureOverlay(cornerTexts(shown, messages), edgeLetters(frame.axes, turn))}
    ${colourBar(viewport, enhancementOf(element), valueUnit(frame.attributes))}
  `;
}
