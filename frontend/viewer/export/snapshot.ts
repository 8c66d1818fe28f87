import { isFigure } from '../annotation';
import { Pen } from '../annotation-drawing';
import { measured } from '../annotation-measurer';
import type { AnnotationStore } from '../annotation-store';
import { calibratedSpacing } from '../calibration';
import { cornerTexts, type CornerTexts } from '../corner-texts';
import { enhancementNotes } from '../enhance/enhance-notes';
import type { Frame } from '../frame';
import type { Messages } from '../messages';
import type { PlaneName } from '../mpr/planes';
import { edgeLetters } from '../orientation-letters';
import { pictureNotes } from '../picture-notes';
import { middleOf, PictureDrawing, shownPart, shownSize, type Look, type Part } from '../picture-drawing';
import type { LaidPicture } from '../presentation/laid-picture';
import { readableLines } from '../readable-quantity';
import type { LookupTable } from '../lookup-table';
import type { Windowing } from '../window-presets';
import { withoutIdentity } from './identity';
import { TextOnPicture } from './text-on-picture';

/** A picture with all that is said about it. */
export interface Shot {
  readonly frame: Frame;
  readonly look: Look;
  /** What files lay over it. */
  readonly laid: LaidPicture;
  /** The part of it that is to be seen, undefined for all of it. */
  readonly area?: Part | undefined;
  /** Place in its series, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  readonly windowing: Windowing | undefined;
  readonly table: LookupTable | undefined;
  /** Of a plane through a volume. */
  readonly plane?: PlaneName | undefined;
}

/** What is drawn over the picture. */
export interface Over {
  readonly hasMarks: boolean;
  readonly hasTexts: boolean;
  /** What must be known of the picture, also where there are no other texts. */
  readonly hasNotes: boolean;
  /** Of the directions in the patient, at the edges. */
  readonly hasLetters: boolean;
  readonly isIdentified: boolean;
}

/** A canvas for a picture. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Pixels of the canvas per CSS pixel: how large writing and lines are. */
  readonly unit: number;
}

/** Below this many pixels writing has no room. */
const ROOM_FOR_WRITING_PX = 448;

/** One line of text is readable on a picture this large when it is seen as a whole. */
const COMFORTABLE_PX = 900;

/**
 * Every stored pixel a pixel of the canvas, or a square of several where there is writing on a small picture.
 *
 * @returns how many times the picture is enlarged
 */
export function storedSheet({ look, laid, area }: Shot, over: Over): Sheet & { readonly factor: number } {
  const { image, viewport } = look;
  const { width, height } = shownSize(image, shownPart(image, area), viewport.rotation);
  const shorter = Math.min(width, height);
  const hasWriting = over.hasMarks || over.hasTexts || (laid.over?.graphics.length ?? 0) > 0;
  const factor = hasWriting ? Math.max(1, Math.ceil(ROOM_FOR_WRITING_PX / shorter)) : 1;
  const unit = Math.max(1, (factor * shorter) / COMFORTABLE_PX);
  return { width: width * factor, height: height * factor, unit, factor };
}

/** Draws the stored pixels, each as large as the others and none mixed with its neighbours. */
export function drawStored(shot: Shot, over: Over, store: AnnotationStore, messages: Messages): HTMLCanvasElement {
  const { factor, ...sheet } = storedSheet(shot, over);
  const { image, viewport } = shot.look;
  const area = shownPart(image, shot.area);
  const look = { ...shot.look, viewport: { ...viewport, scale: factor, pixelReplication: true } };
  return drawShot({ ...shot, look, area }, sheet, over, store, messages);
}

/**
 * Draws the picture and what belongs over it.
 *
 * @param shot with the area that is put into the middle of the sheet, without one it lies as its viewport says
 */
export function drawShot(
  shot: Shot,
  { width, height, unit }: Sheet,
  over: Over,
  store: AnnotationStore,
  messages: Messages,
): HTMLCanvasElement {
  const drawing = new PictureDrawing(width, height);
  if (shot.area) {
    drawing.drawAt(shot.look, middleOf(shot.area), { x: width / 2, y: height / 2 });
  } else {
    drawing.draw(shot.look);
  }
  drawing.drawLaid(shot.frame, shot.laid, unit);
  const context = drawing.canvas.getContext('2d')!;
  context.setTransform(unit, 0, 0, unit, 0, 0);
  const room = { width: width / unit, height: height / unit };
  if (over.hasMarks) {
    const toRoom = (point: { x: number; y: number }) => {
      const { x, y } = drawing.pixelToCanvas(point);
      return { x: x / unit, y: y / unit };
    };
    drawMarks(new Pen(context, toRoom, room), shot, store, messages);
  }
  const writing = new TextOnPicture(context, room);
  writing.corners(writtenOn(shot, over, store, messages));
  if (over.hasLetters) {
    writing.letters(edgeLetters(shot.frame.axes, shot.look.viewport));
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  return drawing.canvas;
}

/** The corners: everything, or only what must be known in any case. */
function writtenOn(shot: Shot, over: Over, store: AnnotationStore, messages: Messages): CornerTexts {
  const notes = over.hasNotes ? notesOf(shot, over, messages) : [];
  if (!over.hasTexts) {
    return { topLeft: [], topRight: [], bottomLeft: notes, bottomRight: [] };
  }
  const spacing = calibratedSpacing(shot.frame, store.all);
  const frame = { ...(over.isIdentified ? shot.frame : withoutIdentity(shot.frame)), spacing };
  const { scale } = shot.look.viewport;
  const corners = cornerTexts({ ...shot, frame, scale }, messages);
  const zoom = messages.get('text.zoom', Math.round(scale * 100));
  return {
    ...corners,
    bottomLeft: [...notes, ...corners.bottomLeft],
    // A picture on paper or in a file has a size of its own.
    bottomRight: corners.bottomRight.filter((line) => line !== zoom),
  };
}

/** What must be known of a picture that is not as in the file. */
export function notesOf(
  { look, laid, plane }: Shot,
  { isIdentified }: Pick<Over, 'isIdentified'>,
  messages: Messages,
): string[] {
  const name = plane ? [messages.get(`mpr.${plane}`)] : [];
  return [
    ...laid.notes(messages, isIdentified),
    ...enhancementNotes(look.enhancement, messages),
    ...pictureNotes(look.image, messages),
    ...name,
  ];
}

function drawMarks(pen: Pen, { frame, look }: Shot, store: AnnotationStore, messages: Messages): void {
  const spacing = calibratedSpacing(frame, store.all);
  const shown = store.on(frame).filter((each) => isFigure(each) && !store.isHidden(each.id));
  pen.drawAll(
    shown.map((annotation) => ({
      annotation,
      lines: readableLines(measured(annotation, frame, look.image, spacing), messages),
      isActive: false,
    })),
  );
}
