import { describe, expect, it } from 'vitest';
import type { Annotation, AnnotationKind, Quantity } from './annotation';
import { Messages } from './messages';
import { readableLines, readableQuantity } from './readable-quantity';

const messages = new Messages();
const shown = (value: number, unit: string, name: Quantity['name'] = 'length') =>
  readableQuantity({ name, value, unit }, messages);

const annotation = (kind: AnnotationKind, quantities: Quantity[], label = ''): Annotation => ({
  id: '1',
  kind,
  seriesInstanceUID: '1.2',
  sopInstanceUID: '1.2.3',
  frameNumber: 1,
  points: [],
  label,
  quantities,
});

describe('readableQuantity', () => {
  it.each([
    [23.4567, 'mm', '23.5 mm'],
    [23.4567, 'mm detector', '23.5 mm (detector)'],
    [23.4567, 'mm calibrated', '23.5 mm (calibrated)'],
    [118, 'px', '118.0 px'],
    [42.06, 'deg', '42.1°'],
    [99.94, 'mm2', '99.9 mm²'],
    [325.4, 'mm2', '3.25 cm²'],
    [325.4, 'mm2 detector', '3.25 cm² (detector)'],
    [325.4, 'px2', '325.4 px²'],
  ])('shows %d %s as %s', (value, unit, text) => {
    expect(shown(value, unit)).toBe(text);
  });

  it.each([
    [-1024, 'HU', '-1024 HU'],
    [3.14159, 'SUV', '3.14 SUV'],
    [12.3456, 'SUV', '12.3 SUV'],
    [0.04567, '', '0.046'],
    [0.000012345, 'Gy', '0.0000123 Gy'],
    [12.5, 'mm of nothing', '12.5 mm of nothing'],
  ])('shows the grey value %d %s as %s', (value, unit, text) => {
    expect(shown(value, unit, 'value')).toBe(text);
  });
});

describe('readableLines', () => {
  it('tells statistics, range and area of a region', () => {
    const quantities: Quantity[] = [
      { name: 'area', value: 314.159, unit: 'mm2' },
      { name: 'mean', value: 40.25, unit: 'HU' },
      { name: 'sd', value: 5.04, unit: 'HU' },
      { name: 'min', value: -3, unit: 'HU' },
      { name: 'max', value: 88, unit: 'HU' },
      { name: 'pixels', value: 1256, unit: '' },
    ];
    expect(readableLines(annotation('ellipse', quantities, 'Cyst'), messages)).toEqual([
      'Cyst',
      'Mean 40.3  SD 5.04 HU',
      'Min -3  Max 88  (1256 px)',
      '3.14 cm²',
    ]);
  });

  it('tells only the area of a region of colours', () => {
    expect(readableLines(annotation('rectangle', [{ name: 'area', value: 12, unit: 'px2' }]), messages)).toEqual([
      '12.0 px²',
    ]);
  });

  it('tells both axes in one line', () => {
    const axes: Quantity[] = [
      { name: 'longAxis', value: 20.04, unit: 'mm' },
      { name: 'shortAxis', value: 10.01, unit: 'mm' },
    ];
    expect(readableLines(annotation('bidirectional', axes), messages)).toEqual(['20.0 mm × 10.0 mm']);
  });

  it('says why an outline has no area, and that a length was given', () => {
    expect(readableLines(annotation('freehand', []), messages)).toEqual(['The outline crosses itself: no area']);
    expect(readableLines(annotation('calibration', [{ name: 'length', value: 25.4, unit: 'mm' }]), messages)).toEqual([
      '25.4 mm',
      'Calibration',
    ]);
  });
});
