import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from '../dicom-json';
import { tagDictionary } from './tag-dictionary';
import { rowsAsText, shownRows, tagRows, type TagTexts } from './tag-rows';

const TABLE = join(import.meta.dirname, '../../../src/main/resources/org/hospitalviewer/dicom/data/attributes.tsv');
const dictionary = tagDictionary(readFileSync(TABLE, 'utf8'));

const texts: TagTexts = {
  items: (count) => `${count} items`,
  item: (place) => `Item ${place}`,
  bytes: (count) => `${count} bytes`,
  apart: 'kept apart',
  more: (count) => `${count} more`,
};

const OBJECT: DicomJsonDataSet = {
  '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎' }] },
  '00080008': { vr: 'CS', Value: ['ORIGINAL', null, 'AXIAL'] },
  '00280010': { vr: 'US', Value: [512] },
  '00081140': { vr: 'SQ', Value: [{ '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] } }, {}] },
  '00290010': { vr: 'LO', Value: ['SIEMENS CSA HEADER'] },
  '00291008': { vr: 'OB', InlineBinary: 'AAECAw==' },
  '00091001': { vr: 'UN' },
  '60020010': { vr: 'US', Value: [100] },
  '7FE00010': { vr: 'OW', BulkDataURI: 'bulk/1' },
};

const rows = tagRows(OBJECT, dictionary, texts);
const row = (path: string) => rows.find((each) => each.path === path)!;

describe('the attributes of an object', () => {
  it('are listed by tag with the keyword of the standard, its VR and its value', () => {
    expect(rows.map(({ tag }) => tag)).toEqual(rows.map(({ tag }) => tag).toSorted());
    expect(row('00280010')).toMatchObject({ tag: '(0028,0010)', name: 'Rows', vr: 'US', value: '512' });
    expect(row('00080008').value).toBe('ORIGINAL\\\\AXIAL');
    expect(row('00100010').value).toBe('Yamada^Tarou=山田^太郎');
    expect(row('60020010').name).toBe('OverlayRows');
  });

  it('that are private carry the name of their creator', () => {
    expect(row('00290010')).toMatchObject({ isPrivate: true, name: 'PrivateCreator' });
    expect(row('00291008')).toMatchObject({ isPrivate: true, name: '[SIEMENS CSA HEADER]', value: '4 bytes' });
    expect(row('00091001')).toMatchObject({ isPrivate: true, name: '', value: '' });
    expect(row('00280010').isPrivate).toBe(false);
  });

  it('say what is not written down', () => {
    expect(row('7FE00010')).toMatchObject({ name: 'PixelData', value: 'kept apart' });
    expect(row('00081140')).toMatchObject({ name: 'ReferencedImageSequence', value: '2 items' });
  });
});

describe('the list', () => {
  it('folds sequences until they are opened', () => {
    expect(shownRows(rows, new Set(), '').map(({ path }) => path)).not.toContain('00081140/0');
    const open = shownRows(rows, new Set(['00081140', '00081140/0']), '');
    expect(open.filter(({ path }) => path.startsWith('00081140')).map(({ path, depth }) => [path, depth])).toEqual([
      ['00081140', 0],
      ['00081140/0', 1],
      ['00081140/0/00081150', 2],
      ['00081140/1', 1],
    ]);
  });

  it.each([
    ['rows', '00280010'],
    ['overlay rows', '60020010'],
    ['0028,0010', '00280010'],
    ['00280010', '00280010'],
    ['太郎', '00100010'],
    ['siemens bytes', '00291008'],
  ])('finds %s', (search, path) => {
    expect(shownRows(rows, new Set(), search).map((each) => each.path)).toContain(path);
    expect(shownRows(rows, new Set(), search).length).toBeLessThan(rows.length);
  });

  it('finds what is inside of a sequence and shows where that is', () => {
    const found = shownRows(rows, new Set(), 'referenced sop class').map(({ path }) => path);
    expect(found).toEqual(['00081140', '00081140/0', '00081140/0/00081150']);
  });

  it('is copied as lines with the depth of each', () => {
    expect(rowsAsText(rows)).toContain('(0028,0010) US Rows 512\n');
    expect(rowsAsText(rows)).toContain('  Item 1\n    (0008,1150) UI ReferencedSOPClassUID 1.2.840');
  });
});

describe('an odd object', () => {
  it('with very many or very deep items is listed in part', () => {
    const many = tagRows({ '52009230': { vr: 'SQ', Value: Array(2000).fill({}) } }, dictionary, texts);
    expect(many[0].rows).toHaveLength(501);
    expect(many[0].rows.at(-1)?.value).toBe('1500 more');
    let deep: DicomJsonDataSet = {};
    for (let level = 0; level < 500; level++) {
      deep = { '00081140': { vr: 'SQ', Value: [deep] } };
    }
    expect(rowsAsText(tagRows(deep, dictionary, texts)).split('\n').length).toBeLessThan(60);
  });

  it('with elements that are none is survived', () => {
    const broken = { '00100010': 7, '00280010': { vr: 'US', Value: [null, {}] }, '00081140': { vr: 'SQ', Value: [3] } };
    const listed = tagRows(broken as unknown as DicomJsonDataSet, dictionary, texts);
    expect(listed.map(({ path }) => path)).toEqual(['00081140', '00280010']);
  });
});
