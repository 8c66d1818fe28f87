import { askAhead } from './ask-ahead';
import { asked, study, type ReadingRoom } from './page';

/**
 * How long the viewer lets the page ask before it sets itself up, in milliseconds. Meanwhile nothing else happens in this
 * page, and the second question would go out only afterwards; a server that is far away is not waited for.
 */
const QUESTIONS_MS = 100;

/** The page of a study, `/viewer/UID`. Small, so that the questions for the first picture are on their way at once. */
const written = document.getElementById('reading-room')?.textContent ?? '';
if (written) {
  const room = JSON.parse(written) as ReadingRoom;
  const viewer = room.elements['dicom-viewer'];
  const questions =
    viewer && asked.get('report') !== 'only' ? askAhead(viewer['dicomweb'], study, asked.get('series') ?? '') : undefined;
  void Promise.race([questions?.catch(() => undefined), pause(QUESTIONS_MS)])
    .then(() => import('./furnish'))
    .then(({ furnish }) => furnish(room));
} else {
  location.replace(new URL('worklist', document.baseURI));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
