/** Pseudo-colours: a colour for every grey. */
export type PaletteName = 'grey' | 'hotIron' | 'pet' | 'hotMetalBlue' | 'rainbow' | 'dusk';

type Colour = readonly [red: number, green: number, blue: number];

/** Colours at shares of the way from black to white; straight lines lie between them. */
type Stops = readonly (readonly [share: number, colour: Colour])[];

const STOPS: Readonly<Record<PaletteName, Stops>> = {
  grey: [
    [0, [0, 0, 0]],
    [1, [255, 255, 255]],
  ],
  hotIron: [
    [0, [0, 0, 0]],
    [0.48, [236, 0, 0]],
    [0.74, [255, 138, 0]],
    [0.9, [255, 214, 96]],
    [1, [255, 255, 255]],
  ],
  pet: [
    [0, [0, 0, 0]],
    [0.2, [0, 58, 128]],
    [0.36, [42, 22, 190]],
    [0.5, [168, 20, 164]],
    [0.66, [240, 82, 60]],
    [0.84, [255, 188, 20]],
    [1, [255, 255, 236]],
  ],
  hotMetalBlue: [
    [0, [0, 0, 0]],
    [0.28, [6, 10, 124]],
    [0.5, [156, 14, 96]],
    [0.72, [244, 92, 0]],
    [0.9, [255, 202, 60]],
    [1, [255, 255, 255]],
  ],
  rainbow: [
    [0, [0, 0, 0]],
    [0.05, [18, 0, 72]],
    [0.17, [0, 40, 236]],
    [0.36, [0, 190, 230]],
    [0.52, [0, 196, 70]],
    [0.7, [232, 226, 0]],
    [0.86, [255, 122, 0]],
    [1, [222, 0, 0]],
  ],
  // Grows in lightness by equal steps, so that equal differences look equal, also to the colour blind.
  dusk: [
    [0, [0, 0, 6]],
    [0.22, [52, 14, 98]],
    [0.44, [136, 32, 108]],
    [0.64, [212, 72, 66]],
    [0.82, [248, 150, 34]],
    [1, [252, 250, 176]],
  ],
};

export const PALETTE_NAMES = Object.keys(STOPS) as PaletteName[];

const ENTRIES = 256;

/** Red, green and blue of 256 greys, one after the other. */
export function paletteTable(name: PaletteName): Uint8ClampedArray {
  const table = new Uint8ClampedArray(3 * ENTRIES);
  for (let entry = 0; entry < ENTRIES; entry++) {
    table.set(colourAt(STOPS[name], entry / (ENTRIES - 1)), 3 * entry);
  }
  return table;
}

/** The palette as a CSS gradient. @param direction as CSS has it, such as `to top` */
export function paletteGradient(name: PaletteName, direction: string): string {
  const stops = STOPS[name].map(([share, colour]) => `rgb(${colour.join(' ')}) ${100 * share}%`);
  return `linear-gradient(${direction}, ${stops.join(', ')})`;
}

function colourAt(stops: Stops, share: number): number[] {
  const upper = Math.max(1, stops.findIndex(([place]) => place >= share));
  const [[from, low], [to, high]] = [stops[upper - 1], stops[upper]];
  const part = (share - from) / (to - from);
  return low.map((value, channel) => value + part * (high[channel] - value));
}
