import { number, readableDate, readablePersonName, text, texts, type DicomJsonDataSet } from '../viewer/dicom-json';
import { request } from '../viewer/dicomweb-request';

const Tag = {
  StudyDate: '00080020',
  ModalitiesInStudy: '00080061',
  StudyDescription: '00081030',
  PatientName: '00100010',
  PatientID: '00100020',
  StudyInstanceUID: '0020000D',
  NumberOfStudyRelatedInstances: '00201208',
} as const;

const MOST = 20;

/** A study in a few words. */
export interface FoundStudy {
  readonly uid: string;
  readonly patient: string;
  readonly patientId: string;
  readonly what: string;
  readonly images: number | undefined;
}

/** Studies of the archive, by DICOMweb. */
export class StudySearch {
  constructor(readonly dicomweb: string) {}

  async one(uid: string): Promise<FoundStudy | undefined> {
    return (await this.#find(`StudyInstanceUID=${encodeURIComponent(uid)}`))[0];
  }

  /** Of patients whose name or ID has these words in it, the newest first. */
  async of(words: string): Promise<FoundStudy[]> {
    const pattern = encodeURIComponent(`*${words.replace(/[*?\\]/g, '').trim().replace(/[,\s]+/g, '*')}*`);
    const lots = await Promise.all(
      ['PatientName', 'PatientID'].map((field) => this.#find(`${field}=${pattern}&limit=${MOST}`)),
    );
    return [...new Map(lots.flat().map((study) => [study.uid, study])).values()].slice(0, MOST);
  }

  async #find(query: string): Promise<FoundStudy[]> {
    const fields = Object.values(Tag).map((tag) => `includefield=${tag}`);
    const address = `${this.dicomweb}/studies?${query}&${fields.join('&')}`;
    const answer = await request(address, 'application/dicom+json', AbortSignal.timeout(30_000));
    return answer.status === 204 ? [] : ((await answer.json()) as DicomJsonDataSet[]).map(found);
  }
}

function found(dataSet: DicomJsonDataSet): FoundStudy {
  const what = [readableDate(text(dataSet, Tag.StudyDate)), texts(dataSet, Tag.ModalitiesInStudy).join(', ')];
  return {
    uid: text(dataSet, Tag.StudyInstanceUID),
    patient: readablePersonName(text(dataSet, Tag.PatientName)),
    patientId: text(dataSet, Tag.PatientID),
    what: [...what, text(dataSet, Tag.StudyDescription)].filter(Boolean).join(' · '),
    images: number(dataSet, Tag.NumberOfStudyRelatedInstances),
  };
}
