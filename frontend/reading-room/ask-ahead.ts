import { answers } from '../viewer/answers';
import { DICOM_JSON, Dicomweb } from '../viewer/dicomweb';
import { firstToRead } from '../viewer/first-to-read';

/** What the viewer does not ask for by then it will not ask for, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Asks for what the viewer will need first, while the viewer itself is still on its way. What goes wrong here the viewer
 * will find and tell.
 *
 * @param root of the DICOMweb services
 * @param series the one to begin with, '' for the viewer's own choice
 */
export async function askAhead(root: string, study: string, series: string): Promise<void> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const dicomweb = new Dicomweb(root, (address, accept) => answers.ahead(address, accept, signal));
  const all = await dicomweb.series(study, signal);
  const first = all.find(({ seriesInstanceUID }) => seriesInstanceUID === series) ?? firstToRead(all);
  if (first) {
    const metadata = dicomweb.seriesMetadataUrl(study, first.seriesInstanceUID);
    // Read by the viewer alone: the metadata of hundreds of slices take a while.
    answers.ahead(metadata, DICOM_JSON, signal).catch(() => undefined);
  }
}
