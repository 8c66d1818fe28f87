import type { Frame } from '../frame';
import { Tag } from '../tags';

/** What tells who the patient is, or when he was here. */
const IDENTIFYING: readonly string[] = [
  Tag.PatientName,
  Tag.PatientID,
  Tag.PatientBirthDate,
  Tag.PatientSex,
  Tag.PatientAge,
  Tag.StudyDate,
  Tag.SeriesDate,
  Tag.AcquisitionDate,
  Tag.ContentDate,
  Tag.StudyTime,
  Tag.SeriesTime,
  // Free texts, in which people write names.
  Tag.StudyDescription,
];

/** The frame as it is written about on a picture that is to name nobody. */
export function withoutIdentity(frame: Frame): Frame {
  const attributes = Object.entries(frame.attributes).filter(([tag]) => !IDENTIFYING.includes(tag));
  return { ...frame, attributes: Object.fromEntries(attributes) };
}
