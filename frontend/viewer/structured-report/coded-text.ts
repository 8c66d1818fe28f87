import { item, text, type DicomJsonDataSet } from '../dicom-json';
import { Tag } from '../tags';

/** What the code in the first item of a sequence means in words; the code itself where it has none, '' without one. */
export function codedText(holder: DicomJsonDataSet, sequence: string): string {
  const code = item(holder, sequence, 0) ?? {};
  return text(code, Tag.CodeMeaning) || codeValue(code);
}

/** Unit of a measured value: a short sign of UCUM such as mm or cm2, else its name; '' for plain numbers. */
export function unitText(measured: DicomJsonDataSet): string {
  const unit = item(measured, Tag.MeasurementUnitsCodeSequence, 0) ?? {};
  const sign = codeValue(unit);
  if (sign === '1') {
    return '';
  }
  const isSign = text(unit, Tag.CodingSchemeDesignator).startsWith('UCUM') && /^[^{}]{1,12}$/.test(sign);
  return isSign ? sign.replace(/2$/, '²').replace(/3$/, '³') : text(unit, Tag.CodeMeaning) || sign;
}

function codeValue(code: DicomJsonDataSet): string {
  return [Tag.CodeValue, Tag.LongCodeValue, Tag.URNCodeValue].map((tag) => text(code, tag)).find(Boolean) ?? '';
}
