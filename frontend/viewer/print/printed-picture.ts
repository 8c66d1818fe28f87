import type { AnnotationStore } from '../annotation-store';
import { calibratedSpacing } from '../calibration';
import { number, text } from '../dicom-json';
import { drawShot, type Over, type Shot } from '../export/snapshot';
import type { Frame } from '../frame';
import type { Messages } from '../messages';
import { shownPart, shownSize } from '../picture-drawing';
import { Tag } from '../tags';
import type { Room } from './print-plan';
import type { Wish } from './print-source';
import { scaleBar, type ScaleBar } from './scale-bar';

/** A picture as it comes on paper. */
export interface PrintedPicture {
  readonly frame: Frame;
  /** Undefined where the picture could not be loaded. */
  readonly canvas: HTMLCanvasElement | undefined;
  /** Series and place. */
  readonly caption: string;
  /** The window. */
  readonly details: string;
  readonly scale: ScaleBar | undefined;
}

export interface PrintPaper {
  readonly room: Room;
  /** Pixels per millimetre. */
  readonly perMm: number;
}

/** CSS pixels of a millimetre: the writing is as large on paper as on the screen. */
const CSS_PX_PER_MM = 96 / 25.4;

export function printedPicture(
  wish: Wish,
  shot: Shot,
  paper: PrintPaper,
  over: Over,
  store: AnnotationStore,
  messages: Messages,
): PrintedPicture {
  const [width, height] = [paper.room.widthMm, paper.room.heightMm].map((mm) => Math.max(1, Math.round(mm * paper.perMm)));
  const { image, viewport } = shot.look;
  const part = shownPart(image, shot.area);
  const size = wish.from ?? shownSize(image, part, viewport.rotation);
  const factor = Math.min(width / size.width, height / size.height);
  const scaled = wish.from
    ? { ...viewport, scale: viewport.scale * factor }
    : { ...viewport, scale: factor };
  const printed = { ...shot, area: wish.from ? undefined : part, look: { ...shot.look, viewport: scaled } };
  // Small pictures have small writing, down to what can be read.
  const unit = Math.max(0.6, Math.min(1, width / paper.perMm / 90)) * (paper.perMm / CSS_PX_PER_MM);
  return {
    frame: shot.frame,
    canvas: drawShot(printed, { width, height, unit }, over, store, messages),
    caption: captionOf(shot, messages),
    details: windowOf(shot, messages),
    scale: scaleBar(calibratedSpacing(shot.frame, store.all), scaled.scale, width),
  };
}

export function missingPicture(wish: Wish, messages: Messages): PrintedPicture {
  const { frame } = wish;
  const details = messages.get('print.missingHere');
  return { frame, canvas: undefined, caption: captionOf(wish, messages), details, scale: undefined };
}

function captionOf(
  { frame, index, count, plane }: Pick<Shot, 'frame' | 'index' | 'count' | 'plane'>,
  messages: Messages,
): string {
  const { attributes } = frame;
  const series = number(attributes, Tag.SeriesNumber);
  const name = text(attributes, Tag.SeriesDescription) || text(attributes, Tag.Modality);
  const numbered = series === undefined ? name : `${series} ${name}`.trim();
  const direction = plane ? [messages.get(`mpr.${plane}`)] : [];
  return [numbered, ...direction, messages.get('text.slice', index + 1, count)].join(' · ');
}

function windowOf({ windowing, table }: Shot, messages: Messages): string {
  if (table) {
    return table.explanation || messages.get('preset.table');
  }
  return windowing ? messages.get('text.window', readable(windowing.width), readable(windowing.center)) : '';
}

function readable(value: number): string {
  return String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toFixed(2)));
}
