import { item, number, text, texts, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

const GRAMS_PER_KILOGRAM = 1000;

/** An injection longer before the scan than this is a slip of dates. */
const LONGEST_UPTAKE_S = 24 * 3600;

/**
 * What a value of a PET image is multiplied by to become a standardised uptake value by body weight, g/ml: the weight
 * over the activity that is left at the time to which the image is decay corrected (PS3.3 C.8.9.1, C.8.9.2).
 *
 * @returns undefined when the image does not tell everything that this takes: nobody may read a guessed SUV
 */
export function bodyWeightSuv(attributes: DicomJsonDataSet): number | undefined {
  switch (text(attributes, Tag.Units)) {
    case 'BQML':
      return fromActivity(attributes);
    case 'GML':
      // Body weight is what an absent type means.
      return ['', 'BW'].includes(text(attributes, Tag.SUVType)) ? 1 : undefined;
    default:
      return undefined;
  }
}

function fromActivity(attributes: DicomJsonDataSet): number | undefined {
  const corrected = texts(attributes, Tag.CorrectedImage);
  const tracer = item(attributes, Tag.RadiopharmaceuticalInformationSequence, 0);
  const weightKg = positive(number(attributes, Tag.PatientWeight));
  const doseBq = tracer && positive(number(tracer, Tag.RadionuclideTotalDose));
  const isCorrected = corrected.includes('ATTN') && corrected.includes('DECY');
  if (!tracer || !weightKg || !doseBq || !isCorrected) {
    return undefined;
  }
  const left = doseLeft(attributes, tracer);
  return left && (weightKg * GRAMS_PER_KILOGRAM) / (doseBq * left);
}

/** The part of the dose that is left when the decay of the image begins to be corrected. */
function doseLeft(attributes: DicomJsonDataSet, tracer: DicomJsonDataSet): number | undefined {
  switch (text(attributes, Tag.DecayCorrection)) {
    case 'ADMIN':
      return 1;
    case 'START': {
      const halfLifeS = positive(number(tracer, Tag.RadionuclideHalfLife));
      const uptakeS = secondsOfUptake(attributes, tracer);
      return halfLifeS && uptakeS !== undefined ? 2 ** (-uptakeS / halfLifeS) : undefined;
    }
    default:
      return undefined;
  }
}

/** From the injection to the start of the series, which must not lie behind the acquisition: it was changed then. */
function secondsOfUptake(attributes: DicomJsonDataSet, tracer: DicomJsonDataSet): number | undefined {
  const series = seconds(text(attributes, Tag.SeriesDate), text(attributes, Tag.SeriesTime));
  const acquired = seconds(text(attributes, Tag.AcquisitionDate), text(attributes, Tag.AcquisitionTime));
  const injected = injection(tracer, text(attributes, Tag.SeriesDate));
  if (series === undefined || injected === undefined || (acquired !== undefined && series > acquired)) {
    return undefined;
  }
  const uptake = series - injected;
  return uptake >= 0 && uptake <= LONGEST_UPTAKE_S ? uptake : undefined;
}

/** The injection names a time without a day in older images: that of the series is meant. */
function injection(tracer: DicomJsonDataSet, seriesDate: string): number | undefined {
  const dateTime = text(tracer, Tag.RadiopharmaceuticalStartDateTime);
  return dateTime
    ? seconds(dateTime.slice(0, 8), dateTime.slice(8).replace(/[+-]\d{4}$/, ''))
    : seconds(seriesDate, text(tracer, Tag.RadiopharmaceuticalStartTime));
}

/** DA and TM (PS3.5 6.2) in seconds; undefined unless both name a day and at least a minute. */
function seconds(date: string, time: string): number | undefined {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  const clock = /^(\d{2})(\d{2})(\d{2}(?:\.\d{1,6})?)?$/.exec(time);
  if (!day || !clock) {
    return undefined;
  }
  const midnight = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / 1000;
  return midnight + Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
