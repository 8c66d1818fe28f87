import type { Colour } from '../overlays/overlay-picture';

/** White of a P-Value and of each of the three numbers of a colour in a header. */
const MOST = 65_535;

/** White of the illuminant D50, against which colours are given (PS3.3 C.10.7.1.1). */
const WHITE = { x: 0.9642, z: 0.8249 };

/**
 * A colour of the header as a screen shows it: L* from 0 to 100, a* and b* from -128 to 127, each spread over 16 bits.
 */
export function colourOfCielab([l16, a16, b16]: readonly number[]): Colour {
  const y = ((100 * l16) / MOST + 16) / 116;
  const a = (255 * a16) / MOST - 128;
  const b = (255 * b16) / MOST - 128;
  const xyz = [WHITE.x * unfolded(y + a / 500), unfolded(y), WHITE.z * unfolded(y - b / 200)];
  return TO_SRGB.map((line) => toByte(line.reduce((sum, factor, axis) => sum + factor * xyz[axis], 0))) as unknown as Colour;
}

/** @param value P-Value, 0 black, 65535 white */
export function colourOfGrey(value: number): Colour {
  const grey = Math.round((255 * Math.min(MOST, Math.max(0, value))) / MOST);
  return [grey, grey, grey];
}

/** From D50 to the primaries of sRGB, which stand against D65 (Bradford). */
const TO_SRGB: readonly (readonly number[])[] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

function unfolded(t: number): number {
  return t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29);
}

function toByte(linear: number): number {
  const light = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
}
