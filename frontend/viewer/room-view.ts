import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Ask } from './annotation-questions';
import { cellView } from './cell-view';
import { dialogOver } from './dialogs';
import { SINGLE } from './grid';
import { marksPanel } from './marks-panel';
import { markNotes } from './measurement-notes';
import type { Messages } from './messages';
import { mprView, refusalView } from './mpr/mpr-view';
import { phaseNotice } from './notices';
import type { PageKey } from './page-links';
import { noteStrip } from './picture-notes';
import type { ReadingRoom } from './reading-room';
import { seriesRail } from './series-rail';
import type { StudySession } from './study-session';
import { tagPanel } from './tag-browser/tag-panel';
import { toolbar, type ToolbarModel } from './toolbar';

export interface RoomModel {
  readonly room: ReadingRoom;
  readonly session: StudySession | undefined;
  readonly tools: ToolbarModel;
  /** Whether the server could be reached when it was last asked. */
  readonly isConnected: boolean;
  /** Address of the login, undefined when the page has none. */
  readonly login: string | undefined;
  /** Keys of the page around the viewer. */
  readonly pageKeys: readonly PageKey[];
  /** Opens the study once more. */
  readonly reopen: () => void;
  readonly ask: Ask;
}

/** The whole viewer: tools, the series of the study and the cells. */
export function roomView(model: RoomModel, messages: Messages): TemplateResult {
  const { room, session, tools } = model;
  const seriesCount = session?.series.length ?? 0;
  const rail = seriesCount === 0 ? 'no-rail' : seriesCount === 1 ? 'single-series' : '';
  return html`
    <div class="frame ${rail}" role="region" aria-label=${messages.get('viewer.name')}>
      ${session && seriesCount > 0 ? seriesRail(session, room.layout, messages) : ''} ${toolbar(tools, messages)}
      <div class="connection">${noteStrip(model.isConnected ? [] : [messages.get('note.noConnection')])}</div>
      ${cells(model, messages)} ${planes(room, messages)} ${tagPanel(room.tags, messages)}
      ${session && room.marks.isPanelOpen ? marksPanel(model, session, messages) : ''}
      ${room.hands.magnifier.element} ${dialogOver(room, session, model.pageKeys, messages)}
    </div>
  `;
}

/** In the place of the cells, or what keeps them from it. */
function planes({ mpr: mode }: ReadingRoom, messages: Messages): TemplateResult | '' {
  const { mpr, refusal } = mode;
  const leave = () => mode.leave();
  return mpr ? mprView(mpr, leave, messages) : refusal ? refusalView(refusal, leave, messages) : '';
}

function cells({ room, session, login, reopen }: RoomModel, messages: Messages): TemplateResult {
  const { layout } = room;
  const { rows, columns } = layout.isMaximised ? SINGLE : layout.grid;
  // Assigned through the property, which a strict style-src allows and an attribute would not be.
  const template = `grid-template: repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))`;
  const isStudyOpen = session?.phase.name === 'ready';
  return html`
    <div class="picture" .style=${template} ?hidden=${room.mpr.mpr !== undefined}>
      ${repeat(
        layout.cells,
        (cell) => cell,
        (cell, place) => cellView(cell, { place, room, isStudyOpen, login }, messages),
      )}
      ${markNotes(room.marks, messages)}
      ${phaseNotice(session?.phase, messages, { retry: reopen, login }) ?? ''}
    </div>
  `;
}
