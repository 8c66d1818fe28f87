import { isSameImage, type ImageKey } from './annotation';
import type { Cell } from './cell';
import type { SeriesSummary } from './dicomweb';
import type { Layout } from './layout';
import type { StudySession } from './study-session';

/**
 * Shows a picture where its series is seen already, else in the active cell; a report that is read stays where it is
 * when there is another cell.
 *
 * @returns whether the picture is in its series
 */
export async function showImage(session: StudySession, layout: Layout, image: ImageKey): Promise<boolean> {
  const series = session.find(image.seriesInstanceUID);
  if (!series) {
    return false;
  }
  const cell = cellFor(series, layout);
  layout.activate(cell);
  await cell.open(session, series);
  const place = cell.stack?.frames.findIndex((frame) => isSameImage(frame, image)) ?? -1;
  if (place >= 0) {
    cell.scrollTo(place);
  }
  // A series that could not be loaded says so itself, and one that was left meanwhile is of no interest any more.
  return place >= 0 || cell.phase.name !== 'ready' || cell.series !== series;
}

function cellFor(series: SeriesSummary, { active, visible }: Layout): Cell {
  const shown = [active, ...visible].find((cell) => cell.series === series);
  const isReading = active.phase.name === 'noPictures';
  return shown ?? (isReading ? visible.find(({ phase }) => phase.name !== 'noPictures') : undefined) ?? active;
}
