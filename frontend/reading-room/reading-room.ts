import { askAhead } from './ask-ahead';
import { asked, study, type ReadingRoom } from './page';

/** The page of a study, `/viewer/UID`. Small, so that the questions for the first picture are on their way at once. */
const written = document.getElementById('reading-room')?.textContent ?? '';
if (written) {
  const room = JSON.parse(written) as ReadingRoom;
  const viewer = room.elements['dicom-viewer'];
  if (viewer && asked.get('report') !== 'only') {
    askAhead(viewer['dicomweb'], study, asked.get('series') ?? '').catch(() => undefined);
  }
  void import('./furnish').then(({ furnish }) => furnish(room));
} else {
  location.replace(new URL('worklist', document.baseURI));
}
