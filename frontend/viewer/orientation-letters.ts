import { numbers, texts, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';
import { combine, norm, type Vector } from './vector';

/** Where the row and the column of the stored image point to in the patient. */
export interface ImageAxes {
  readonly row: Vector;
  readonly column: Vector;
}

/** How the image is turned on the screen: flipped first, then rotated clockwise by `rotation` degrees. */
export interface Turn {
  readonly rotation: number;
  readonly hflip: boolean;
  readonly vflip: boolean;
}

export interface EdgeLetters {
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
  readonly left: string;
}

const LETTERS = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;

/** A second letter appears from about 12 degrees off the main direction on. */
const SMALLEST_SHARE = 0.2;

/** From Image Orientation (Patient), else Patient Orientation (PS3.3 C.7.6.1.1.1); undefined when neither tells. */
export function imageAxes(attributes: DicomJsonDataSet): ImageAxes | undefined {
  const cosines = numbers(attributes, Tag.ImageOrientationPatient, 6);
  const axes = cosines
    ? { row: [cosines[0], cosines[1], cosines[2]] as Vector, column: [cosines[3], cosines[4], cosines[5]] as Vector }
    : fromLetters(texts(attributes, Tag.PatientOrientation));
  return axes && norm(axes.row) > 0 && norm(axes.column) > 0 ? axes : undefined;
}

/** Letters for the four edges of the screen, '' everywhere when the orientation is unknown. */
export function edgeLetters(axes: ImageAxes | undefined, turn: Turn): EdgeLetters {
  if (!axes) {
    return { top: '', right: '', bottom: '', left: '' };
  }
  const radians = (turn.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const right = onScreen(axes, turn, cos, -sin);
  const down = onScreen(axes, turn, sin, cos);
  return { top: letters(negated(down)), right: letters(right), bottom: letters(down), left: letters(negated(right)) };
}

/** Letters of a direction, the largest share first: [0.9, -0.4, 0] is "LA". */
export function letters(direction: Vector): string {
  return direction
    .map((share, axis) => ({ size: Math.abs(share), letter: LETTERS[axis][share > 0 ? 0 : 1] }))
    .filter(({ size }) => size > SMALLEST_SHARE * norm(direction))
    .sort((a, b) => b.size - a.size)
    .map(({ letter }) => letter)
    .join('');
}

/** Undoes the turn: a direction on the screen becomes one along row and column of the stored image. */
function onScreen(axes: ImageAxes, turn: Turn, x: number, y: number): Vector {
  return combine(axes.row, turn.hflip ? -x : x, axes.column, turn.vflip ? -y : y);
}

function negated([x, y, z]: Vector): Vector {
  return [-x, -y, -z];
}

function fromLetters([row = '', column = '']: string[]): ImageAxes | undefined {
  const axes = { row: direction(row), column: direction(column) };
  return axes.row && axes.column ? { row: axes.row, column: axes.column } : undefined;
}

function direction(code: string): Vector | undefined {
  const result = [0, 0, 0];
  for (const [place, letter] of [...code.toUpperCase()].entries()) {
    const axis = LETTERS.findIndex((pair) => (pair as readonly string[]).includes(letter));
    if (axis < 0) {
      return undefined;
    }
    result[axis] = (LETTERS[axis][0] === letter ? 1 : -1) / (place + 1);
  }
  return code ? (result as unknown as Vector) : undefined;
}
