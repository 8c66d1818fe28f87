import type { Layout } from './layout';
import type { StudySession } from './study-session';

/** Opens a study: its first pictures in all cells, the active one beginning with the preferred series. */
export async function hangStudy(session: StudySession, layout: Layout, preferredSeriesUID: string): Promise<void> {
  await session.open();
  const first = session.find(preferredSeriesUID) ?? session.first;
  if (session.phase.name !== 'ready' || !first) {
    return;
  }
  await Promise.all([layout.active.open(session, first), hangRest(session, layout)]);
  await session.thumbnails.fromServer(session.series);
}

/** Fills every vacant cell with the next series that is not shown yet, as far as there are any. */
export async function hangRest(session: StudySession, layout: Layout): Promise<void> {
  const opening: Promise<void>[] = [];
  for (const cell of layout.cells.filter(({ phase }) => phase.name === 'vacant')) {
    const shown = layout.cells.map(({ series }) => series).filter((series) => series !== undefined);
    const next = session.next(shown, layout.active.series);
    if (next) {
      opening.push(cell.open(session, next));
    }
  }
  await Promise.all(opening);
}
