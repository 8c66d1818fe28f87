import type { KeptAnswer } from './answer-store';
import { answers } from './answers';
import { DicomwebError } from './dicomweb-request';
import { number, text, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

export { DicomwebError, request, type FailureKind } from './dicomweb-request';

/** A series as QIDO-RS lists it. */
export interface SeriesSummary {
  readonly seriesInstanceUID: string;
  readonly seriesNumber: number | undefined;
  readonly modality: string;
  readonly description: string;
  /** Number of Series Related Instances, undefined when the server does not say. */
  readonly instanceCount: number | undefined;
}

/** What metadata is asked for as (PS3.18 8.7.3.2). */
export const DICOM_JSON = 'application/dicom+json';

type Ask = (address: string, accept: string, signal: AbortSignal) => Promise<Pick<KeptAnswer, 'bytes'>>;

/** Client of the DICOMweb services (PS3.18) the viewer needs, below one root. */
export class Dicomweb {
  readonly root: string;
  readonly #ask: Ask;

  /** @param ask how answers come that may be other ones the next time */
  constructor(root: string, ask: Ask = (address, accept, signal) => answers.current(address, accept, signal)) {
    this.root = root.replace(/\/+$/, '');
    this.#ask = ask;
  }

  /** All series of a study, by series number. An unknown study has none. */
  async series(studyUID: string, signal: AbortSignal): Promise<SeriesSummary[]> {
    const fields = ['0008103E', '00201209', '00200011'].map((tag) => `includefield=${tag}`).join('&');
    const found = await this.#json(`${this.#study(studyUID)}/series?${fields}`, signal);
    return found.map(summary).sort((a, b) => (a.seriesNumber ?? Infinity) - (b.seriesNumber ?? Infinity));
  }

  seriesMetadata(studyUID: string, seriesUID: string, signal: AbortSignal): Promise<DicomJsonDataSet[]> {
    return this.#json(this.seriesMetadataUrl(studyUID, seriesUID), signal);
  }

  seriesMetadataUrl(studyUID: string, seriesUID: string): string {
    return `${this.#series(studyUID, seriesUID)}/metadata`;
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
    const { bytes } = await this.#ask(url, DICOM_JSON, signal);
    // Some servers say 204 where there is nothing.
    const body: unknown = bytes.length === 0 ? [] : parsed(bytes);
    if (!Array.isArray(body)) {
      throw new DicomwebError('server', 'The server did not answer with DICOM JSON.');
    }
    return body as DicomJsonDataSet[];
  }
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

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(json));
  } catch {
    return undefined;
  }
}
