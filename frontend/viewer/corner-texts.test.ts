import { describe, expect, it } from 'vitest';
import { cornerTexts } from './corner-texts';
import { framesOfInstance } from './frame';
import { Messages } from './messages';

function textsOf(tags: Record<string, unknown[]>) {
  const picture = { '00080018': ['1'], '00280010': [2], '00280011': [2], '7FE00010': [] };
  const instance = { ...picture, '00080060': ['CT'], ...tags };
  const dataSet = Object.fromEntries(Object.entries(instance).map(([tag, Value]) => [tag, { Value }]));
  const [frame] = framesOfInstance(dataSet, '/instances');
  const windowing = { center: 40, width: 80 };
  return cornerTexts({ frame, index: 2, count: 40, windowing, table: undefined, scale: 1.664 }, new Messages());
}

describe('cornerTexts', () => {
  it('tells patient, study, slice and window', () => {
    const texts = textsOf({
      '00100010': [{ Alphabetic: 'DOE^JANE' }],
      '00100020': ['4711'],
      '00100030': ['19700131'],
      '00100040': ['F'],
      '00101010': ['045Y'],
      '00081030': ['HEAD'],
      '0008103E': ['Brain 1 mm'],
      '00080020': ['20250206'],
      '00080030': ['092801'],
      '00280030': [0.5, 0.5],
      '00201041': [-20.53],
      '00180050': [1],
    });
    expect(texts.topLeft).toEqual(['DOE, JANE', '4711', 'born 1970-01-31 · F · 45 Y']);
    expect(texts.topRight).toEqual(['HEAD', 'CT · Brain 1 mm', '2025-02-06 09:28']);
    expect(texts.bottomLeft).toEqual(['Loc -20.5 mm · Thick 1 mm', '3 / 40']);
    expect(texts.bottomRight).toEqual(['Zoom 166 %', 'W 80  L 40']);
  });

  it('leaves out what is not known and warns when pixels have no size', () => {
    const texts = textsOf({});
    expect(texts.topLeft).toEqual([]);
    expect(texts.bottomLeft).toEqual(['Pixel size unknown: lengths in pixels', '3 / 40']);
  });

  it('warns on the detector plane', () => {
    expect(textsOf({ '00080060': ['DX'], '00181164': [0.1, 0.1] }).bottomLeft[0]).toBe(
      'Lengths are on the detector plane',
    );
  });

  it('says where an ultrasound picture is measured in millimetres', () => {
    const item = { '00186012': [1], '00186024': [3], '00186026': [3], '0018602C': [0.1], '0018602E': [0.1] };
    const region = Object.fromEntries(Object.entries(item).map(([tag, Value]) => [tag, { Value }]));
    expect(textsOf({ '00080060': ['US'], '00186011': [region] }).bottomLeft[0]).toBe(
      'Lengths in mm inside the ultrasound image, elsewhere in pixels',
    );
  });

  it('works the place out along the normal where Slice Location is missing', () => {
    const texts = textsOf({ '00280030': [1, 1], '00200032': [5, 6, 7.25], '00200037': [1, 0, 0, 0, 1, 0] });
    expect(texts.bottomLeft[0]).toBe('Loc 7.3 mm');
  });
});
