import type { CornerstoneImage } from '../cornerstone';
import type { Voi } from '../display-lut';
import type { Frame } from '../frame';
import type { Turn } from '../orientation-letters';
import { displayedArea, isWhole, type DisplayedArea } from './displayed-area';
import { beforeModality, isInverse, stateVoi, type GreyTables } from './grey-pipeline';
import type { PresentationState } from './presentation-state';

/** A picture as somebody left it. */
export interface Presented {
  /** Names the state it comes from. */
  readonly id: string;
  readonly image: CornerstoneImage;
  /** Undefined where the state leaves the greys or colours alone. */
  readonly voi: Voi | undefined;
  readonly turn: Turn;
  readonly area: DisplayedArea;
  readonly isWhole: boolean;
}

/** How pictures are to be shown, undefined for those that are shown as their file says. */
export type SavedLook = (frame: Frame, image: CornerstoneImage) => Presented | undefined;

/** @param tables undefined for a state of colours, which has none */
export function presented(
  state: PresentationState,
  tables: GreyTables | undefined,
  frame: Frame,
  image: CornerstoneImage,
): Presented {
  const area = displayedArea(state, frame);
  const isGrey = tables !== undefined && !image.color && image.origin !== 'rendered-by-server';
  const start: CornerstoneImage = isGrey ? { ...beforeModality(image), invert: isInverse(state) } : image;
  const shaped = area.aspect === undefined ? start : withAspect(start, area.aspect);
  return {
    id: state.sopInstanceUID,
    image: shaped,
    voi: isGrey ? stateVoi(state, tables, frame, shaped) : undefined,
    turn: state.turn,
    area,
    isWhole: isWhole(area, frame),
  };
}

/** How the picture is drawn only: what is measured goes by the spacing of its file. */
function withAspect(image: CornerstoneImage, aspect: number): CornerstoneImage {
  const isSame = Math.abs(image.rowPixelSpacing / image.columnPixelSpacing / aspect - 1) < 1e-4;
  return isSame ? image : { ...image, rowPixelSpacing: aspect, columnPixelSpacing: 1 };
}
