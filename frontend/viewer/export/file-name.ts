import { number, readablePersonName, text } from '../dicom-json';
import { Tag } from '../tags';
import type { Shot } from './snapshot';

const MOST_LETTERS = 40;

/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Name of a file for a picture: patient, modality, series and place, of letters and digits that every file system takes.
 *
 * @param place of the picture in its series, from 0
 * @param isIdentified whether it may say who the patient is
 */
export function pictureName(
  { frame, index, plane }: Pick<Shot, 'frame' | 'index' | 'plane'>,
  isIdentified: boolean,
  extension: string,
): string {
  const { attributes } = frame;
  const patient = [readablePersonName(text(attributes, Tag.PatientName)), text(attributes, Tag.PatientID)];
  const series = number(attributes, Tag.SeriesNumber);
  const parts = [
    ...(isIdentified ? patient : []),
    text(attributes, Tag.Modality),
    series === undefined ? '' : `series ${series}`,
    `${plane ?? 'image'} ${index + 1}`,
  ];
  return `${parts.map(safe).filter(Boolean).join('_') || 'image'}.${extension}`;
}

/** @param uid of the instance, which is the whole name, as archives do it */
export function dicomName(uid: string): string {
  return `${uid.replace(/[^0-9.]/g, '').slice(0, 64) || 'image'}.dcm`;
}

/** Letters of any script and digits; everything else, and every run of it, becomes one dash. */
function safe(part: string): string {
  const name = part
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...name].slice(0, MOST_LETTERS).join('').replace(/-+$/, '');
  return DEVICE.test(short) ? `${short}-` : short;
}
