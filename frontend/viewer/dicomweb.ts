import { number, text, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/** A series as QIDO-RS lists it. */
export interface SeriesSummary {
  readonly seriesInstanceUID: string;
  readonly seriesNumber: number | undefined;
  readonly modality: string;
  readonly description: string;
  /** Number of Series Related Instances, undefined when the server does not say. */
  readonly instanceCount: number | undefined;
}

/** What went wrong: 'session' (sign in again), 'missing', 'server' (it answered) or 'network' (it did not). */
export type FailureKind = 'session' | 'missing' | 'server' | 'network';

export class DicomwebError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'DicomwebError';
  }
}

/** Client of the DICOMweb services (PS3.18) the viewer needs, below one root. */
export class Dicomweb {
  readonly root: string;

  constructor(root: string) {
    this.root = root.replace(/\/+$/, '');
  }

  /** All series of a study, by series number. An unknown study has none. */
  async series(studyUID: string, signal: AbortSignal): Promise<SeriesSummary[]> {
    const fields = ['0008103E', '00201209', '00200011'].map((tag) => `includefield=${tag}`).join('&');
    const found = await this.#json(`${this.#study(studyUID)}/series?${fields}`, signal);
    return found.map(summary).sort((a, b) => (a.seriesNumber ?? Infinity) - (b.seriesNumber ?? Infinity));
  }

  seriesMetadata(studyUID: string, seriesUID: string, signal: AbortSignal): Promise<DicomJsonDataSet[]> {
    return this.#json(`${this.#series(studyUID, seriesUID)}/metadata`, signal);
  }

  /** Metadata of the instance at `offset` in the server's own order, undefined when there is none. */
  async instanceMetadata(
    studyUID: string,
    seriesUID: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<DicomJsonDataSet | undefined> {
    const query = `${this.instancesUrl(studyUID, seriesUID)}?limit=1&offset=${offset}`;
    const uid = text((await this.#json(query, signal))[0] ?? {}, Tag.SOPInstanceUID);
    const address = `${this.instancesUrl(studyUID, seriesUID)}/${encodeURIComponent(uid)}/metadata`;
    return uid ? (await this.#json(address, signal))[0] : undefined;
  }

  /** Absolute, since it is kept in image ids that outlive a change of the page's address. */
  instancesUrl(studyUID: string, seriesUID: string): string {
    return new URL(`${this.#series(studyUID, seriesUID)}/instances`, document.baseURI).href;
  }

  #study(studyUID: string): string {
    return `${this.root}/studies/${encodeURIComponent(studyUID)}`;
  }

  #series(studyUID: string, seriesUID: string): string {
    return `${this.#study(studyUID)}/series/${encodeURIComponent(seriesUID)}`;
  }

  async #json(url: string, signal: AbortSignal): Promise<DicomJsonDataSet[]> {
    const response = await request(url, 'application/dicom+json', signal);
    if (response.status === 204) {
      return [];
    }
    const body: unknown = await response.json().catch(() => undefined);
    if (!Array.isArray(body)) {
      throw new DicomwebError('server', 'The server did not answer with DICOM JSON.');
    }
    return body as DicomJsonDataSet[];
  }
}

/** GET with the session of the page. An answer that is a page for people means that the session is over. */
export async function request(url: string, accept: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { headers: { Accept: accept }, credentials: 'same-origin', signal }).catch(
    (cause: unknown) => {
      throw signal.aborted ? cause : new DicomwebError('network', 'The server cannot be reached.');
    },
  );
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (response.status === 401 || response.status === 403 || (response.ok && isPage)) {
    throw new DicomwebError('session', `The server refused access (${response.status}).`);
  }
  if (response.status === 404 || response.status === 410) {
    throw new DicomwebError('missing', 'The server does not have this object.');
  }
  if (!response.ok) {
    throw new DicomwebError('server', `The server answered ${response.status} ${response.statusText}`.trim() + '.');
  }
  return response;
}

function summary(dataSet: DicomJsonDataSet): SeriesSummary {
  return {
    seriesInstanceUID: text(dataSet, Tag.SeriesInstanceUID),
    seriesNumber: number(dataSet, Tag.SeriesNumber),
    modality: text(dataSet, Tag.Modality),
    description: text(dataSet, Tag.SeriesDescription),
    instanceCount: number(dataSet, Tag.NumberOfSeriesRelatedInstances),
  };
}
