import { isSameImage, type ImageKey } from './annotation';
import type { Layout } from './layout';
import type { StudySession } from './study-session';

/** Shows a picture where its series is seen already, else in the active cell. */
export async function showImage(session: StudySession, layout: Layout, image: ImageKey): Promise<void> {
  const series = session.find(image.seriesInstanceUID);
  const cells = [layout.active, ...layout.visible];
  const cell = cells.find((each) => each.series && each.series === series) ?? layout.active;
  if (series) {
    layout.activate(cell);
    await cell.open(session, series);
    const place = cell.stack?.frames.findIndex((frame) => isSameImage(frame, image)) ?? -1;
    if (place >= 0) {
      cell.scrollTo(place);
    }
  }
}
