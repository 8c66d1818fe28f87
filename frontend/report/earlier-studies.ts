import { number, readableDate, readablePersonName, text, texts, type DicomJsonDataSet } from '../viewer/dicom-json';
import { request } from '../viewer/dicomweb-request';
import { isSigned, type OpenReport } from './report';
import type { ReportApi } from './report-api';

/** Attributes by which a patient is known. */
const Tag = {
  StudyDate: '00080020',
  StudyTime: '00080030',
  ModalitiesInStudy: '00080061',
  StudyDescription: '00081030',
  PatientName: '00100010',
  PatientID: '00100020',
  IssuerOfPatientID: '00100021',
  PatientBirthDate: '00100030',
  StudyInstanceUID: '0020000D',
  NumberOfStudyRelatedInstances: '00201208',
} as const;

/** More studies of one patient are not listed. */
const MOST = 200;

export interface StudySummary {
  readonly studyInstanceUID: string;
  readonly patient: string;
  readonly patientID: string;
  readonly date: string;
  readonly modalities: string;
  readonly description: string;
  readonly imageCount: number | undefined;
}

/** Which study this is, and the others of its patient. */
export class EarlierStudies {
  #own: DicomJsonDataSet | undefined;

  constructor(
    readonly dicomweb: string,
    readonly study: string,
  ) {}

  async own(): Promise<StudySummary | undefined> {
    this.#own ??= (await this.#find(`StudyInstanceUID=${encodeURIComponent(this.study)}`))[0];
    return this.#own && summary(this.#own);
  }

  /** The newest first; undefined when the study does not say whose it is. */
  async others(): Promise<StudySummary[] | undefined> {
    await this.own();
    const own = this.#own;
    const patientID = own && text(own, Tag.PatientID);
    if (!own || !patientID) {
      return undefined;
    }
    const found = await this.#find(`PatientID=${encodeURIComponent(patientID)}&limit=${MOST}`);
    return othersOf(own, found).map(summary);
  }

  async #find(query: string): Promise<DicomJsonDataSet[]> {
    const fields = Object.values(Tag).map((tag) => `includefield=${tag}`);
    const address = `${this.dicomweb}/studies?${query}&${fields.join('&')}`;
    const answer = await request(address, 'application/dicom+json', AbortSignal.timeout(30_000));
    return answer.status === 204 ? [] : ((await answer.json()) as DicomJsonDataSet[]);
  }
}

/** Of the same patient: issuer and birth date have to agree where both studies name them. */
export function othersOf(own: DicomJsonDataSet, found: readonly DicomJsonDataSet[]): DicomJsonDataSet[] {
  const isSame = (other: DicomJsonDataSet, tag: string) => text(other, tag) === text(own, tag);
  const agrees = (other: DicomJsonDataSet, tag: string) => !text(other, tag) || !text(own, tag) || isSame(other, tag);
  return found
    .filter((other) => isSame(other, Tag.PatientID) && !isSame(other, Tag.StudyInstanceUID))
    .filter((other) => agrees(other, Tag.IssuerOfPatientID) && agrees(other, Tag.PatientBirthDate))
    .sort((a, b) => moment(b).localeCompare(moment(a)));
}

/** Those that everybody may rely on. */
export async function signedReports(api: ReportApi, study: string): Promise<OpenReport[]> {
  return (await api.ofStudy(study)).filter(({ report }) => isSigned(report));
}

function moment(dataSet: DicomJsonDataSet): string {
  return text(dataSet, Tag.StudyDate) + text(dataSet, Tag.StudyTime);
}

function summary(dataSet: DicomJsonDataSet): StudySummary {
  return {
    studyInstanceUID: text(dataSet, Tag.StudyInstanceUID),
    patient: readablePersonName(text(dataSet, Tag.PatientName)),
    patientID: text(dataSet, Tag.PatientID),
    date: readableDate(text(dataSet, Tag.StudyDate)),
    modalities: texts(dataSet, Tag.ModalitiesInStudy).join(', '),
    description: text(dataSet, Tag.StudyDescription),
    imageCount: number(dataSet, Tag.NumberOfStudyRelatedInstances),
  };
}
