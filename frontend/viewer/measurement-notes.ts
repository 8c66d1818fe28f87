import { html, type TemplateResult } from 'lit';
import { icon } from './icons';
import type { Marks } from './marks';
import type { Messages } from './messages';

/** Over the pictures, so that none of them moves when something is to be said. */
export function markNotes(marks: Marks, messages: Messages): TemplateResult {
  const notes = savingNotes(marks, messages);
  const lines = notes.map((note) => html`<p>${icon('warning')} ${note}</p>`);
  return html`<div class="mark-notes" role="status">${lines}</div>`;
}

/** What a reader has to know about the saving of measurements: [] while all goes well. */
function savingNotes(marks: Marks, messages: Messages): string[] {
  const notes = [stateNote(marks, messages), noticeNote(marks, messages)];
  return notes.filter((note) => note !== '');
}

function stateNote(marks: Marks, messages: Messages): string {
  switch (marks.saveState) {
    case 'failed':
      return messages.get('saving.failed');
    case 'session':
      return messages.get('saving.session');
    case 'local':
      return marks.isDrawnInVain ? messages.get('saving.local') : '';
    case 'loading':
    case 'saving':
    case 'saved':
    case undefined:
      return '';
  }
}

function noticeNote({ notice }: Marks, messages: Messages): string {
  switch (notice?.kind) {
    case 'changed-by-other':
      return notice.name
        ? messages.get('saving.changedBy', notice.name)
        : messages.get('saving.removedByOther');
    case 'told':
      return notice.sentence;
    case 'refused':
      return messages.get('saving.refused', notice.reason);
    case undefined:
      return '';
  }
}
