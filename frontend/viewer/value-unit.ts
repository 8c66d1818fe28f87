import { item, text, type DicomJsonDataSet } from './dicom-json';
import { bodyWeightSuv } from './suv';
import { Tag } from './tags';

/** What the values after the modality LUT stand for, and by what they are multiplied to be shown so. */
export interface ValueUnit {
  /** '' for numbers without unit. */
  readonly name: string;
  readonly factor: number;
}

/** Values of Rescale Type and Modality LUT Type (PS3.3 C.11.1.1.2) that name no unit. */
const UNSPECIFIED = new Set(['', 'US', 'NORMALIZED']);

/** As printed, where the code value of the standard is not how people write it (PS3.3 C.8.9.1.1.3). */
const READABLE: Readonly<Record<string, string>> = {
  BQML: 'Bq/ml',
  CNTS: 'counts',
  GML: 'g/ml',
  GY: 'Gy',
  NONE: '',
  RELATIVE: '',
};

/** HU for CT whose rescale says so or nothing else; SUV where the PET image tells all it takes; else what is named. */
export function valueUnit(attributes: DicomJsonDataSet): ValueUnit {
  const suv = bodyWeightSuv(attributes);
  if (suv !== undefined) {
    return { name: 'SUV', factor: suv };
  }
  const named = text(attributes, Tag.Units) || text(attributes, Tag.DoseUnits);
  if (named) {
    return { name: READABLE[named] ?? named, factor: 1 };
  }
  const table = item(attributes, Tag.ModalityLUTSequence, 0) ?? {};
  const type = text(table, Tag.ModalityLUTType) || text(attributes, Tag.RescaleType);
  const isCt = text(attributes, Tag.Modality) === 'CT';
  const isHounsfield = type === 'HU' || (isCt && type === '');
  return { name: isHounsfield ? 'HU' : UNSPECIFIED.has(type) ? '' : type, factor: 1 };
}
