import type { Marks } from './marks';
import type { Messages } from './messages';

/** What a reader has to know about the saving of measurements: [] while all goes well. */
export function savingNotes(marks: Marks, messages: Messages): string[] {
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
