import type { Frame } from '../frame';
import type { Graphic } from '../presentation/graphic';
import type { Colour } from './overlay-picture';
import { overlayPlanes, type OverlayPlane } from './overlay-plane';
import { closes, shutterOf, type Shutter } from './shutter';

/** What lies over one picture, by its own file or by a presentation state. */
export interface LaidOver {
  readonly planes: readonly { readonly plane: OverlayPlane; readonly colour: Colour }[];
  readonly shutter: Shutter | undefined;
  /** Its bits close the picture. */
  readonly shutterPlane: OverlayPlane | undefined;
  /** Over everything else, the last one on top. */
  readonly graphics: readonly Graphic[];
}

/** Told from every grey, and from the colours of measurements, reference lines and texts. */
export const OVERLAY_COLOUR: Colour = [255, 90, 230];

const known = new WeakMap<Frame, LaidOver>();

/** What the file itself lays over a picture. */
export function ofFile(frame: Frame): LaidOver {
  const laid = known.get(frame) ?? read(frame);
  known.set(frame, laid);
  return laid;
}

export function isAnything({ planes, shutter, graphics }: LaidOver): boolean {
  return planes.length > 0 || shutter !== undefined || graphics.length > 0;
}

function read({ attributes, pixels }: Frame): LaidOver {
  const planes = overlayPlanes(attributes);
  const shutter = shutterOf(attributes);
  const isClosing = shutter && closes(shutter, pixels.rows, pixels.columns);
  return {
    planes: planes
      .filter(({ group }) => group !== shutter?.overlayGroup)
      .map((plane) => ({ plane, colour: OVERLAY_COLOUR })),
    shutter: isClosing ? shutter : undefined,
    shutterPlane: planes.find(({ group }) => group === shutter?.overlayGroup),
    graphics: [],
  };
}
