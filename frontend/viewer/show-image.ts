import { isSameImage, type ImageKey } from './annotation';
import type { StudySession } from './study-session';

/** Opens the series of a picture and scrolls there; a picture that is not there leaves the series as it is. */
export async function showImage(session: StudySession, image: ImageKey): Promise<void> {
  await session.openSeries(image.seriesInstanceUID);
  const place = session.stack?.frames.findIndex((frame) => isSameImage(frame, image)) ?? -1;
  if (place >= 0) {
    await session.stack?.scrollTo(place);
  }
}
