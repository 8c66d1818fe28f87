// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import type { DicomJsonDataSet } from '../dicom-json';
import { Messages } from '../messages';
import { MOST_ITEMS, readableDateTime } from './content-item';
import { reportView } from './report-view';
import { hasContent, structuredReport } from './structured-report';

const one = (value: unknown) => ({ Value: [value] });
const all = (...values: unknown[]) => ({ Value: values });
const code = (meaning: string, value = 'X', scheme = 'DCM') =>
  one({ '00080100': one(value), '00080102': one(scheme), '00080104': one(meaning) });

const contained = (type: string, name: string, own: DicomJsonDataSet, ...below: DicomJsonDataSet[]): DicomJsonDataSet => ({
  '0040A010': one('CONTAINS'),
  '0040A040': one(type),
  ...(name ? { '0040A043': code(name) } : {}),
  ...own,
  ...(below.length > 0 ? { '0040A730': all(...below) } : {}),
});
const words = (name: string, value: string, ...below: DicomJsonDataSet[]) =>
  contained('TEXT', name, { '0040A160': one(value) }, ...below);
const measured = (name: string, value: number, unit: string, meaning: string, ...below: DicomJsonDataSet[]) =>
  contained('NUM', name, { '0040A300': one({ '0040A30A': one(value), '004008EA': code(meaning, unit, 'UCUM') }) }, ...below);
const image = (uid: string, ...frames: number[]) =>
  contained('IMAGE', '', {
    '00081199': one({ '00081155': one(uid), ...(frames.length > 0 ? { '00081160': all(...frames) } : {}) }),
  });
const report = (...content: DicomJsonDataSet[]): DicomJsonDataSet => ({
  '0040A040': one('CONTAINER'),
  '0040A050': one('SEPARATE'),
  '0040A043': code('Chest report'),
  '0020000D': one('1.1'),
  '0040A730': all(...content),
});

function shown(attributes: DicomJsonDataSet, asked: unknown[] = []): HTMLElement {
  const host = document.createElement('div');
  const ports = {
    isHere: (series: string) => series === '1.5',
    onImage: (...wanted: unknown[]) => asked.push(wanted),
  };
  render(reportView(structuredReport(attributes), ports, new Messages()), host);
  return host;
}

/** As it is read, with single blanks. */
const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('reportView', () => {
  it('tells whom it is about and how far it may be trusted', () => {
    const head = shown({
      ...report(words('Finding', 'none')),
      '00100010': one({ Alphabetic: 'Doe^John' }),
      '00100020': one('77'),
      '0040A491': one('COMPLETE'),
      '0040A493': one('VERIFIED'),
      '0040A496': one('FINAL'),
      '0040A073': one({
        '0040A075': one({ Alphabetic: 'Roe^Jane' }),
        '0040A027': one('Clinic'),
        '0040A030': one('20240229235930'),
      }),
    }).querySelector('header');
    expect(textOf(head)).toBe('Doe, John · 77 Chest report Complete Verified Verified by Roe, Jane, Clinic, 2024-02-29 23:59');
  });

  it('warns of what is neither complete nor verified', () => {
    const open = { ...report(words('', '')), '0040A491': one('PARTIAL'), '0040A493': one('UNVERIFIED'), '0040A496': one('PRELIMINARY') };
    const warnings = [...shown(open).querySelectorAll('.unsure')].map(textOf);
    expect(warnings).toEqual(['Preliminary', 'Not complete', 'Not verified']);
  });

  it('writes sections with headings, names and values', () => {
    const view = shown(report(contained('CONTAINER', 'Lungs', {}, words('Finding', 'clear'), words('', 'Second line'))));
    expect(textOf(view.querySelector('h3'))).toBe('Lungs');
    expect([...view.querySelectorAll('.report-line')].map(textOf)).toEqual(['Finding: clear', 'Second line']);
  });

  it('says from what something was inferred, and keeps modifiers with their value', () => {
    const inferred = { ...words('Sign', 'shadow'), '0040A010': one('INFERRED FROM') };
    const side = { ...contained('CODE', 'Laterality', { '0040A168': code('Left') }), '0040A010': one('HAS CONCEPT MOD') };
    const view = shown(report(words('Finding', 'nodule', side, inferred)));
    expect([...view.querySelectorAll('.report-below .report-line')].map(textOf)).toEqual([
      'Laterality: Left',
      'Inferred from Sign: shadow',
    ]);
  });

  it('writes values one after the other as the sentence they are', () => {
    const sentence = [words('a', 'A mass of'), measured('Diameter', 3, 'cm', 'centimeter'), words('b', 'was seen'), words('c', '.')];
    const view = shown(report(contained('CONTAINER', '', { '0040A050': one('CONTINUOUS') }, ...sentence)));
    expect(textOf(view.querySelector('.report-words'))).toBe('A mass of 3 cm was seen.');
  });

  it('makes measurements that follow each other a table', () => {
    const mean = { ...contained('CODE', 'Derivation', { '0040A168': code('Mean') }), '0040A010': one('HAS CONCEPT MOD') };
    const view = shown(
      report(measured('Area', 1.7, 'cm2', 'square centimeter'), measured('Uptake', 4, '{SUVbw}g/ml', 'SUV body weight', mean)),
    );
    expect([...view.querySelectorAll('tbody tr')].map(textOf)).toEqual(['Area 1.7 cm²', 'Uptake 4 SUV body weight Derivation: Mean']);
  });

  it('tells why a number is missing', () => {
    const missing = contained('NUM', 'Area', { '0040A301': code('Measurement failure') });
    const empty = contained('NUM', 'Area', {});
    expect([...shown(report(missing, words('', '-'), empty)).querySelectorAll('.report-line')].map(textOf)).toEqual([
      'Area: Measurement failure',
      '-',
      'Area: no value',
    ]);
  });

  it('leads to images of the study and says which are not in it', () => {
    const evidence = {
      '0040A375': one({
        '0020000D': one('1.1'),
        '00081115': one({ '0020000E': one('1.5'), '00081199': all({ '00081155': one('1.9') }, { '00081155': one('1.10') }) }),
      }),
    };
    const asked: unknown[] = [];
    const view = shown({ ...report(image('1.9'), image('1.10', 3), image('1.11')), ...evidence }, asked);
    expect([...view.querySelectorAll('li')].map(textOf)).toEqual(['Image 1', 'Image 2, frame 3', 'Image 3 (not in this study)']);
    view.querySelectorAll<HTMLButtonElement>('.report-link')[1].click();
    expect(asked).toEqual([['1.5', { sopInstanceUID: '1.10', frames: [3] }]]);
  });

  it('repeats an item that another one refers to', () => {
    const reference = { '0040A010': one('INFERRED FROM'), '0040DB73': all(1, 1) };
    const view = shown(report(words('Finding', 'nodule'), words('Conclusion', 'benign', reference)));
    expect(textOf(view.querySelector('.report-below'))).toBe('Inferred from Finding: nodule');
    const circle = { '0040A010': one('INFERRED FROM'), '0040DB73': all(1, 2, 1) };
    expect(textOf(shown(report(words('', 'x'), words('y', 'z', circle))).querySelector('.report-below'))).toContain('see elsewhere');
  });

  it('never takes text for anything else', () => {
    const view = shown(report(words('<img src=x onerror=alert(1)>', '<script>alert(1)</script>\r\nnext\rline')));
    expect(view.querySelector('script, img')).toBeNull();
    expect(view.querySelector('.report-value')?.textContent).toBe('<script>alert(1)</script>\nnext\nline');
  });
});

describe('structuredReport', () => {
  it('reads so many items and says that there are more', () => {
    const long = report(...Array.from({ length: MOST_ITEMS + 10 }, (_, at) => words('', `line ${at}`)));
    const read = structuredReport(long);
    expect(read.isCut).toBe(true);
    expect(read.root.children.length).toBe(MOST_ITEMS - 1);
    expect(structuredReport(report(words('', 'all'))).isCut).toBe(false);
  });

  it('goes so deep and says that there is more below', () => {
    let deep = words('', 'bottom');
    for (let depth = 0; depth < 60; depth++) {
      deep = contained('CONTAINER', 'down', {}, deep);
    }
    expect(structuredReport(report(deep)).isCut).toBe(true);
  });

  it('shows so much of one text and says that there is more', () => {
    const read = structuredReport(report(words('', 'x'.repeat(400_000)), words('', 'after')));
    expect(read.isCut).toBe(true);
    expect(read.root.children[0].value).toMatchObject({ words: `${'x'.repeat(300_000)}…` });
    expect(read.root.children[1].value).toMatchObject({ words: 'after' });
  });

  it('is there only with content', () => {
    expect(hasContent(report(words('', '')))).toBe(true);
    expect(hasContent({ '0040A730': { Value: ['no item'] } })).toBe(false);
    expect(hasContent({})).toBe(false);
  });

  it('writes dates with times', () => {
    expect(readableDateTime('20240229235930.5+0100')).toBe('2024-02-29 23:59');
    expect(readableDateTime('2024')).toBe('2024');
  });
});
