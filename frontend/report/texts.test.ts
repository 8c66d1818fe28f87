import { describe, expect, it } from 'vitest';
import type { ShownMark } from '../viewer/shown-marks';
import { othersOf } from './earlier-studies';
import { spaced } from './insertion';
import { markWords } from './mark-words';
import { differingParts, merged, suggestion } from './merging';
import { EMPTY_CONTENT, type ReportContent } from './report';
import { ReportMessages } from './report-messages';
import { expansionAt } from './snippets';
import { textDifference } from './text-difference';
import { differences } from './versions';

const text = (findings: string, impression = ''): ReportContent => ({ ...EMPTY_CONTENT, findings, impression });

describe('expansionAt', () => {
  const snippets = [{ shortcut: '.norm', text: 'Normal.' }, { shortcut: '.normab', text: 'Abdomen normal.' }];

  it.each([
    ['.norm', 5, { from: 0, to: 5, text: 'Normal.' }],
    ['Liver: .NORMAB then', 14, { from: 7, to: 14, text: 'Abdomen normal.' }],
    ['a\n.norm', 7, { from: 2, to: 7, text: 'Normal.' }],
  ])('finds the short word before the cursor in %j', (typed, cursor, found) => {
    expect(expansionAt(typed, cursor, snippets)).toEqual(found);
  });

  it.each([['3.norm', 6], ['.nor', 4], ['norm', 4], ['.norm ', 6], ['', 0]])('leaves %j alone', (typed, cursor) => {
    expect(expansionAt(typed, cursor, snippets)).toBeUndefined();
  });
});

describe('spaced', () => {
  it.each([
    ['', 0, 'x'],
    ['Lesion', 6, ' x'],
    ['Lesion ', 7, 'x'],
    ['Lesion.', 6, ' x'],
    ['Lesion in', 6, ' x'],
    ['(', 1, 'x'],
    ['ab', 1, ' x '],
  ])('puts a word into %j at %i', (typed, at, words) => {
    expect(spaced(typed, at, at, 'x')).toBe(words);
  });
});

describe('markWords', () => {
  const mark = { title: 'Length', results: ['23.4 mm'], seriesNumber: 3, imageNumber: 12 } as Partial<ShownMark> as ShownMark;

  it('says what, how much and where, as far as it is known', () => {
    const messages = new ReportMessages();
    expect(markWords(mark, messages)).toBe('Length 23.4 mm (series 3, image 12)');
    expect(markWords({ ...mark, imageNumber: undefined }, messages)).toBe('Length 23.4 mm (series 3)');
    expect(markWords({ ...mark, seriesNumber: undefined, imageNumber: undefined, results: [] }, messages)).toBe('Length');
  });
});

describe('merging', () => {
  const [mine, theirs] = [text('mine', 'same'), text('theirs', 'same')];

  it('takes one text, the other, or both, and loses nothing where both are kept', () => {
    expect(differingParts(mine, theirs)).toEqual(['findings']);
    expect(merged(mine, theirs, {}).findings).toBe('mine');
    expect(merged(mine, theirs, { findings: 'theirs' }).findings).toBe('theirs');
    expect(merged(mine, theirs, { findings: 'both' }).findings).toBe('mine\n\ntheirs');
  });

  it('suggests the text of the one who changed it, and both where both did', () => {
    const base = text('base', 'base');
    expect(suggestion('findings', text('mine', 'base'), text('base', 'theirs'), base)).toBe('mine');
    expect(suggestion('impression', text('mine', 'base'), text('base', 'theirs'), base)).toBe('theirs');
    expect(suggestion('findings', text('mine'), text('theirs'), base)).toBe('both');
    expect(suggestion('findings', text('mine'), text('theirs'), undefined)).toBe('both');
  });

  it('treats fields and key images as one part', () => {
    const field = { name: 'dlp', label: 'DLP', value: '7', unit: '' };
    const other = { ...mine, fields: [field] };
    expect(differingParts(mine, other)).toEqual(['details']);
    expect(merged(mine, other, { details: 'theirs' }).fields).toEqual([field]);
  });
});

describe('textDifference', () => {
  it('marks words that came and went', () => {
    expect(textDifference('No bleeding seen.', 'No fracture seen.')).toEqual([
      { kind: 'same', text: 'No ' },
      { kind: 'removed', text: 'bleeding' },
      { kind: 'added', text: 'fracture' },
      { kind: 'same', text: ' seen.' },
    ]);
  });

  it('gives both texts whole where they have nothing in common', () => {
    const [one, other] = ['a', 'b'].map((letter) => Array.from({ length: 2_000 }, (_, n) => letter + n).join(' '));
    expect(textDifference(one, other)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: other },
    ]);
  });

  it.each(['<b>', 'שלום עולם', '👩‍⚕️ é'])('leaves %j as it is', (words) => {
    const parts = textDifference('', words);
    expect(parts.map((part) => part.text).join('')).toBe(words);
  });

  it('is asked only for sections that changed', () => {
    expect(differences(text('a', 'b'), text('a', 'c')).map(({ section }) => section)).toEqual(['impression']);
  });
});

describe('othersOf', () => {
  const study = (uid: string, date: string, more: Record<string, string> = {}) =>
    Object.fromEntries(
      Object.entries({ '0020000D': uid, '00080020': date, '00100020': 'P1', ...more }).map(([tag, value]) => [tag, { Value: [value] }]),
    );

  it('lists the newest first, without the study itself', () => {
    const found = othersOf(study('1', '2026'), [study('1', '2026'), study('2', '2024'), study('3', '2025')]);
    expect(found.map((each) => each['0020000D']?.Value?.[0])).toEqual(['3', '2']);
  });

  it('leaves out other patients: by ID, issuer and birth date', () => {
    const own = study('1', '2026', { '00100021': 'A', '00100030': '19700101' });
    const [other, issuer, birth] = [{ '00100020': 'P11' }, { '00100021': 'B' }, { '00100030': '19800101' }];
    const found = othersOf(own, [other, issuer, birth, {}].map((more, n) => study(`x${n}`, '2020', more)));
    expect(found.map((each) => each['0020000D']?.Value?.[0])).toEqual(['x3']);
  });
});
