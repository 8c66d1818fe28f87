import type { SeriesSummary } from './dicomweb';

/** Modalities whose series never hold pictures (PS3.3 C.7.3.1.1.1). */
export const WITHOUT_PICTURES: ReadonlySet<string> = new Set(
  'SR PR DOC KO PLAN RTPLAN RTSTRUCT RTRECORD REG ECG HD AU FID RWV'.split(' '),
);

/** The series that a study is begun with: the first one with pictures, else the first. */
export function firstToRead(series: readonly SeriesSummary[]): SeriesSummary | undefined {
  return series.find(hasPictures) ?? series[0];
}

/** As far as the modality tells it. */
export function hasPictures({ modality }: Pick<SeriesSummary, 'modality'>): boolean {
  return !WITHOUT_PICTURES.has(modality);
}
