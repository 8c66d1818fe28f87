import { hangRest, hangStudy } from './hanging';
import type { Layout } from './layout';
import type { StudySession } from './study-session';

/** Shows what came to the study, or left it, while it is being read. */
export async function renewStudy(session: StudySession, layout: Layout): Promise<void> {
  const { name } = session.phase;
  if (name !== 'ready') {
    return name === 'empty' || name === 'deleted' ? hangStudy(session, layout, '') : undefined;
  }
  const changed = await session.refresh();
  if (session.series.length === 0) {
    return layout.clear();
  }
  for (const cell of layout.cells) {
    const uid = cell.series?.seriesInstanceUID ?? '';
    const [series, content] = [session.find(uid), changed.get(uid)];
    if (cell.series && !series) {
      cell.leave();
    } else if (series && content) {
      void cell.renew(series, content);
    }
    cell.findStates();
  }
  void hangRest(session, layout);
  void session.thumbnails.fromServer(session.series);
}
