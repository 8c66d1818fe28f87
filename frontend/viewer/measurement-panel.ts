import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from './annotation';
import { icon, type IconName } from './icons';
import type { ListedAnnotation, ListedSeries } from './measurement-list';
import type { Messages } from './messages';

/** What the panel shows and what it can ask for. */
export interface PanelModel {
  readonly series: readonly ListedSeries[];
  /** Whether something waits to be saved. */
  readonly isFailed: boolean;
  readonly onRetry: () => void;
  readonly onGo: (annotation: Annotation) => void;
  readonly onRename: (annotation: Annotation) => void;
  readonly onRemove: (annotation: Annotation) => void;
  readonly onHide: (annotation: Annotation, isHidden: boolean) => void;
  readonly onClose: () => void;
}

/** The list of everything measured and marked on the study; on a phone a sheet from below. */
export function measurementPanel(model: PanelModel, messages: Messages): TemplateResult {
  return html`
    <aside class="marks" aria-label=${messages.get('marks.name')} @keydown=${walk}>
      <header>
        <h2>${messages.get('marks.name')}</h2>
        ${small('close', messages.get('action.close'), model.onClose)}
      </header>
      ${
        model.isFailed
          ? html`<button class="text-button" @click=${model.onRetry}>${messages.get('marks.retry')}</button>`
          : ''
      }
      ${
        model.series.length === 0
          ? html`<p class="none">${messages.get('marks.none')}</p>`
          : html`<div class="list">${model.series.map((series) => seriesOf(series, model, messages))}</div>`
      }
    </aside>
  `;
}

function seriesOf({ name, rows }: ListedSeries, model: PanelModel, messages: Messages): TemplateResult {
  return html`
    <h3>${name}</h3>
    <ul>${repeat(rows, ({ annotation }) => annotation.id, (row) => rowOf(row, model, messages))}</ul>
  `;
}

function rowOf(row: ListedAnnotation, model: PanelModel, messages: Messages): TemplateResult {
  const { annotation, title, results, place, author, isHidden, isHere } = row;
  const isFigure = annotation.kind !== 'key-image';
  const hide = messages.get(isHidden ? 'marks.show' : 'marks.hide', title);
  return html`
    <li class="mark ${isHidden ? 'hidden' : ''}" data-id=${annotation.id} aria-current=${isHere}>
      <button
        class="mark-main"
        @click=${() => model.onGo(annotation)}
        @keydown=${(event: KeyboardEvent) => removeByKey(event, () => model.onRemove(annotation))}
      >
        ${icon(annotation.kind)}
        <span class="mark-text">
          <span class="mark-title">${title}</span>
          ${results.map((line) => html`<span class="mark-result">${line}</span>`)}
          <span class="mark-place">${[place, author].filter(Boolean).join(' · ')}</span>
        </span>
      </button>
      <span class="mark-actions">
        ${isFigure ? small(isHidden ? 'hidden' : 'shown', hide, () => model.onHide(annotation, !isHidden)) : ''}
        ${small('rename', messages.get('marks.rename', title), () => model.onRename(annotation))}
        ${small('clear', messages.get('marks.remove', title), () => model.onRemove(annotation))}
      </span>
    </li>
  `;
}

function small(symbol: IconName, label: string, onClick: () => void): TemplateResult {
  return html`
    <button class="small" title=${label} aria-label=${label} @click=${onClick}>${icon(symbol)}</button>
  `;
}

function removeByKey(event: KeyboardEvent, remove: () => void): void {
  if (event.key === 'Delete') {
    event.preventDefault();
    event.stopPropagation();
    remove();
  }
}

/** Up and down walk from row to row; the picture does not scroll meanwhile. */
function walk(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const panel = event.currentTarget as HTMLElement;
  const row = (event.target as Element).closest('.mark');
  if (step !== 0 && row) {
    const rows = [...panel.querySelectorAll('.mark')];
    event.preventDefault();
    event.stopPropagation();
    rows[rows.indexOf(row) + step]?.querySelector<HTMLElement>('.mark-main')?.focus();
  }
}
