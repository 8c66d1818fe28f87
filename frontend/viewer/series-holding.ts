import type { DicomJsonDataSet } from './dicom-json';
import { hasPictures } from './first-to-read';
import type { MessageKey, Messages } from './messages';
import { storedObject } from './stored-object';

/** What a series holds, as it is counted beside its name. */
export type Holding = 'images' | 'reports' | 'looks' | 'documents' | 'videos' | 'objects';

const BY_MODALITY: Partial<Record<string, Holding>> = { SR: 'reports', PR: 'looks', DOC: 'documents' };

const BY_KIND: Partial<Record<MessageKey, Holding>> = {
  'object.report': 'reports',
  'object.presentation': 'looks',
  'object.pdf': 'documents',
  'object.cda': 'documents',
  'object.video': 'videos',
};

/** @param object one of the series that is no picture, undefined while none is known */
export function holding(modality: string, object: DicomJsonDataSet | undefined): Holding {
  if (object) {
    return BY_KIND[storedObject(object).kind] ?? 'objects';
  }
  return hasPictures({ modality }) ? 'images' : (BY_MODALITY[modality] ?? 'objects');
}

/** Such as "12 images" or "1 report"; '' while the number is not known. */
export function countText(count: number | undefined, what: Holding, messages: Messages): string {
  if (count === undefined) {
    return '';
  }
  return count === 1 ? messages.get(`rail.${what}.one`) : messages.get(`rail.${what}.many`, count);
}
