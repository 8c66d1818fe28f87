import type { SeriesSummary } from '../dicomweb';
import type { Frame } from '../frame';
import type { StudySession } from '../study-session';
import { isFor, presentationState, type PresentationState } from './presentation-state';

/** Series of states looked through; a study has a few. */
const MOST_SERIES = 50;

/** By the entry of a series, which is another one when the series has changed. */
const known = new WeakMap<SeriesSummary, Promise<readonly PresentationState[]>>();

/**
 * The states of the study that were saved for any of these pictures, the newest first. A series that cannot be had
 * gives none, and is asked for again the next time.
 */
export async function statesFor(
  session: StudySession,
  frames: readonly Frame[],
): Promise<readonly PresentationState[]> {
  const series = session.series.filter(({ modality }) => modality === 'PR').slice(0, MOST_SERIES);
  const states = (await Promise.all(series.map((each) => statesIn(session, each)))).flat();
  return states
    .filter((state) => frames.some((frame) => isFor(state, frame)))
    .sort((a, b) => (a.made < b.made ? 1 : a.made > b.made ? -1 : 0));
}

async function statesIn(
  session: StudySession,
  series: SeriesSummary,
): Promise<readonly PresentationState[]> {
  const asked = known.get(series) ?? read(session, series);
  known.set(series, asked);
  return asked.catch(() => {
    known.delete(series);
    return [];
  });
}

async function read(
  { dicomweb, studyUID }: StudySession,
  { seriesInstanceUID }: SeriesSummary,
): Promise<readonly PresentationState[]> {
  // Asked for once for all cells, so no cell that is left may end it.
  const { signal } = new AbortController();
  const metadata = await dicomweb.seriesMetadata(studyUID, seriesInstanceUID, signal);
  return metadata.map(presentationState).filter((state) => state !== undefined);
}
