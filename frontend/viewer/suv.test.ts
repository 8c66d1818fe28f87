import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from './dicom-json';
import { bodyWeightSuv } from './suv';
import { valueUnit } from './value-unit';

const values = (tags: Record<string, unknown[]>): DicomJsonDataSet =>
  Object.fromEntries(Object.entries(tags).map(([tag, Value]) => [tag, { Value }]));

/** 70 kg, 400 MBq with a half life of 6,000 s, injected 6,000 s before the series: half of it is left. */
const PET = {
  '00080060': ['PT'],
  '00541001': ['BQML'],
  '00280051': ['ATTN', 'DECY'],
  '00541102': ['START'],
  '00101030': [70],
  '00080021': ['20240229'],
  '00080031': ['120000'],
  '00080022': ['20240229'],
  '00080032': ['120100.5'],
  '00540016': [values({ '00181072': ['102000.000'], '00181074': [4e8], '00181075': [6000] })],
};

const pet = (changes: Record<string, unknown[]> = {}) => values({ ...PET, ...changes });

describe('bodyWeightSuv', () => {
  it('divides by the activity that is left in a gram', () => {
    expect(bodyWeightSuv(pet())).toBeCloseTo(70_000 / 2e8, 15);
    expect(valueUnit(pet())).toEqual({ name: 'SUV', factor: bodyWeightSuv(pet()) });
  });

  it('takes the whole dose where the image is corrected to the injection', () => {
    expect(bodyWeightSuv(pet({ '00541102': ['ADMIN'] }))).toBeCloseTo(70_000 / 4e8, 15);
  });

  it('reads the injection with its day, also before midnight', () => {
    const tracer = values({ '00181078': ['20240228233000.00+0100'], '00181074': [4e8], '00181075': [6000] });
    const early = { '00080031': ['011000'], '00080032': ['011000'], '00540016': [tracer] };
    expect(bodyWeightSuv(pet(early))).toBeCloseTo(70_000 / 2e8, 15);
  });

  it.each([
    ['no weight', { '00101030': [] }],
    ['a weight of nothing', { '00101030': [0] }],
    ['no dose', { '00540016': [values({ '00181072': ['102000'], '00181075': [6000] })] }],
    ['no half life', { '00540016': [values({ '00181072': ['102000'], '00181074': [4e8] })] }],
    ['no injection', { '00540016': [values({ '00181074': [4e8], '00181075': [6000] })] }],
    ['an injection after the scan', { '00080031': ['090000'] }],
    ['a series begun after its acquisition', { '00080031': ['130000'] }],
    ['no decay correction', { '00541102': ['NONE'] }],
    ['no attenuation correction', { '00280051': ['DECY'] }],
    ['counts', { '00541001': ['CNTS'] }],
    ['a time that is none', { '00080031': ['noon'] }],
  ])('is not guessed with %s', (_, changes) => {
    expect(bodyWeightSuv(pet(changes))).toBeUndefined();
  });

  it('is there already in images of grams per millilitre by body weight', () => {
    expect(bodyWeightSuv(values({ '00541001': ['GML'] }))).toBe(1);
    expect(bodyWeightSuv(values({ '00541001': ['GML'], '00541006': ['LBM'] }))).toBeUndefined();
    expect(valueUnit(values({ '00541001': ['GML'], '00541006': ['LBM'] }))).toEqual({ name: 'g/ml', factor: 1 });
  });

  it('leaves activity where it cannot be told', () => {
    expect(valueUnit(pet({ '00101030': [] }))).toEqual({ name: 'Bq/ml', factor: 1 });
  });
});

describe('valueUnit', () => {
  it.each([
    [{ '00080060': ['CT'] }, 'HU'],
    [{ '00080060': ['CT'], '00281054': ['HU'] }, 'HU'],
    [{ '00080060': ['CT'], '00281054': ['US'] }, ''],
    [{ '00080060': ['CT'], '00281054': ['Z_EFF'] }, 'Z_EFF'],
    [{ '00080060': ['MR'] }, ''],
    [{ '00080060': ['MR'], '00281054': ['US'] }, ''],
    [{ '00080060': ['RTDOSE'], '30040002': ['GY'] }, 'Gy'],
    [{ '00080060': ['CR'], '00283000': [values({ '00283004': ['OD'] })] }, 'OD'],
  ])('of %j is %j', (tags, name) => {
    expect(valueUnit(values(tags)).name).toBe(name);
  });
});
