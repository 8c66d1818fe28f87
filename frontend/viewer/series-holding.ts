import type { DicomJsonDataSet } from './dicom-json';
import type { MessageKey, Messages } from './messages';
import { storedObject } from './stored-object';

/** What a series holds, as it is counted beside its name. */
export type Holding = 'images' | 'reports' | 'looks' | 'documents' | 'videos' | 'objects';

/** Of modalities whose series never hold pictures (PS3.3 C.7.3.1.1.1). */
const BY_MODALITY: ReadonlyMap<string, Holding> = new Map([
  ['SR', 'reports'],
  ['PR', 'looks'],
  ['DOC', 'documents'],
  ...['KO', 'PLAN', 'RTPLAN', 'RTSTRUCT', 'RTRECORD', 'REG', 'ECG', 'HD', 'AU', 'FID', 'RWV'].map(
    (modality) => [modality, 'objects'] as const,
  ),
]);

const BY_KIND: Partial<Record<MessageKey, Holding>> = {
  'object.report': 'reports',
  'object.presentation': 'looks',
  'object.pdf': 'documents',
  'object.cda': 'documents',
  'object.video': 'videos',
};

/** @param object one of the series that is no picture, undefined while none is known */
export function holding(modality: string, object: DicomJsonDataSet | undefined): Holding {
  return object ? (BY_KIND[storedObject(object).kind] ?? 'objects') : (BY_MODALITY.get(modality) ?? 'images');
}

/** Such as "12 images" or "1 report"; '' while the number is not known. */
export function countText(count: number | undefined, what: Holding, messages: Messages): string {
  if (count === undefined) {
    return '';
  }
  return count === 1 ? messages.get(`rail.${what}.one`) : messages.get(`rail.${what}.many`, count);
}
