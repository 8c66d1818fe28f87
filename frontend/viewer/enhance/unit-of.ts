import { text } from '../dicom-json';
import type { Frame } from '../frame';
import { Tag } from '../tags';

/** Values of a CT are Hounsfield units unless the file says otherwise (PS3.3 C.8.2.1.1.2). */
export function unitOf({ unit, attributes }: Frame): string {
  return unit || text(attributes, Tag.RescaleType) || (text(attributes, Tag.Modality) === 'CT' ? 'HU' : '');
}
