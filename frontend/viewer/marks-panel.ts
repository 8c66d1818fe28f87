import type { TemplateResult } from 'lit';
import type { Annotation } from './annotation';
import { labelQuestion, type Ask } from './annotation-questions';
import { listed } from './measurement-list';
import { measurementPanel } from './measurement-panel';
import type { Marks } from './marks';
import type { Messages } from './messages';
import type { ReadingRoom } from './reading-room';
import { showImage } from './show-image';
import type { StudySession } from './study-session';

export interface MarksPanelParts {
  readonly room: ReadingRoom;
  readonly ask: Ask;
}

/** The list of what was measured on the study, with what can be done to it. */
export function marksPanel({ room, ask }: MarksPanelParts, session: StudySession, messages: Messages): TemplateResult {
  const { marks, layout } = room;
  const { series, opened: frames } = session;
  return measurementPanel(
    {
      series: listed({ marks, series, frames, shown: layout.active.viewport.frame }, messages),
      isFailed: marks.saveState === 'failed' || marks.saveState === 'session',
      onRetry: () => marks.retry(),
      onGo: (annotation) => void showImage(session, layout, annotation),
      onRename: (annotation) => void rename(annotation, marks, ask, messages),
      onRemove: (annotation) => marks.remove(annotation),
      onHide: ({ id }, isHidden) => marks.store.setHidden(id, isHidden),
      onClose: () => marks.togglePanel(),
    },
    messages,
  );
}

async function rename(annotation: Annotation, marks: Marks, ask: Ask, messages: Messages): Promise<void> {
  const name = await ask(labelQuestion(annotation, messages));
  if (name !== undefined) {
    marks.rename(annotation, name.trim());
  }
}
