import { GREY_VALUES, type Annotation, type Quantity, type QuantityName } from './annotation';
import type { Messages } from './messages';

const MM2_PER_CM2 = 100;

/** What an annotation says, line by line: its label, then its results. */
export function readableLines(annotation: Annotation, messages: Messages): string[] {
  const { label, quantities, kind } = annotation;
  const value = (name: QuantityName) => quantities.find((quantity) => quantity.name === name);
  const read = (quantity: Quantity) => readableQuantity(quantity, messages);
  const isRoi = kind === 'rectangle' || kind === 'ellipse' || kind === 'freehand';
  const results = isRoi ? roiLines(value, messages) : quantities.map(read);
  const isCrossed = kind === 'freehand' && !value('area');
  const marks = kind === 'calibration' ? [messages.get('measure.calibration')] : [];
  return [
    ...label.split('\n'),
    ...(kind === 'bidirectional' ? [results.join(' × ')] : results),
    ...marks,
    ...(isCrossed ? [messages.get('measure.crossed')] : []),
  ].filter(Boolean);
}

function roiLines(value: (name: QuantityName) => Quantity | undefined, messages: Messages): string[] {
  const [area, mean, sd, min, max, pixels] = (['area', 'mean', 'sd', 'min', 'max', 'pixels'] as const).map(value);
  const number = (quantity: Quantity) => readableNumber(quantity.value, quantity.name);
  const lines: string[] = [];
  if (mean && sd) {
    lines.push(withUnit(messages.get('measure.mean', number(mean), number(sd)), mean.unit));
  }
  if (min && max && pixels) {
    lines.push(messages.get('measure.range', number(min), number(max), pixels.value));
  }
  return area ? [...lines, readableQuantity(area, messages)] : lines;
}

/** As shown beside a measurement: 23.4 mm, 118.0 px, 42.1°, 3.25 cm², 41 HU. */
export function readableQuantity({ name, value, unit }: Quantity, messages: Messages): string {
  if (GREY_VALUES.has(name)) {
    return withUnit(readableNumber(value, name), unit);
  }
  const [base, ...addition] = unit.split(' ');
  // How a length came to be is said in words.
  const words = addition.map((word) => messages.find(`text.${word}`));
  return [readableSpace(value, base), ...words].join(' ');
}

function readableSpace(value: number, unit: string): string {
  switch (unit) {
    case 'deg':
      return `${value.toFixed(1)}°`;
    case 'mm2':
      return value < MM2_PER_CM2 ? `${value.toFixed(1)} mm²` : `${(value / MM2_PER_CM2).toFixed(2)} cm²`;
    case 'px2':
      return `${value.toFixed(1)} px²`;
    default:
      return `${value.toFixed(1)} ${unit}`;
  }
}

/** Single values as they are stored where they are whole; means with one decimal; small numbers with more. */
export function readableNumber(value: number, name: QuantityName): string {
  const isMean = name === 'mean' || name === 'sd';
  if (Number.isInteger(value) && !isMean) {
    return String(value);
  }
  const size = Math.abs(value);
  const decimals = size >= 10 || size === 0 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 3 : undefined;
  return decimals === undefined ? value.toPrecision(3) : value.toFixed(decimals);
}

function withUnit(text: string, unit: string): string {
  return unit ? `${text} ${unit}` : text;
}
