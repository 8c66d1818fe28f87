import type { ImagePoint } from './measure';

/** What can be drawn on a picture or said of it. A calibration is a length whose millimetres a person gave. */
export type AnnotationKind =
  | 'length'
  | 'angle'
  | 'cobb'
  | 'bidirectional'
  | 'rectangle'
  | 'ellipse'
  | 'freehand'
  | 'probe'
  | 'arrow'
  | 'text'
  | 'calibration'
  | 'key-image';

/** Everything of these that has a place on the picture. */
export type FigureKind = Exclude<AnnotationKind, 'key-image'>;

/** Points to be placed by hand; the two of a bidirectional's long axis bring its short axis along. */
export const POINTS_TO_PLACE: Readonly<Record<FigureKind, number>> = {
  length: 2,
  angle: 3,
  cobb: 4,
  bidirectional: 2,
  rectangle: 2,
  ellipse: 2,
  freehand: Infinity,
  probe: 1,
  arrow: 2,
  text: 1,
  calibration: 2,
};

/** Points without which there is no result. */
export const FEWEST_POINTS: Readonly<Record<AnnotationKind, number>> = {
  length: 2,
  angle: 3,
  cobb: 4,
  bidirectional: 4,
  rectangle: 2,
  ellipse: 2,
  freehand: 3,
  probe: 1,
  arrow: 2,
  text: 1,
  calibration: 2,
  'key-image': 0,
};

/** The picture that something belongs to; frames count from 1. */
export interface ImageKey {
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  readonly frameNumber: number;
}

/** One result. The unit is empty for plain numbers, as in CT it is HU. */
export interface Quantity {
  readonly name: QuantityName;
  readonly value: number;
  readonly unit: string;
}

export type QuantityName =
  | 'length'
  | 'angle'
  | 'longAxis'
  | 'shortAxis'
  | 'area'
  | 'mean'
  | 'sd'
  | 'min'
  | 'max'
  | 'pixels'
  | 'value';

/** Results that come from the values of the pixels, not from their size. */
export const GREY_VALUES: ReadonlySet<QuantityName> = new Set(['mean', 'sd', 'min', 'max', 'pixels', 'value']);

/** Something drawn, never changed in place: every change makes another one of the same id. */
export interface Annotation extends ImageKey {
  /** UUID, which is also the key at the server. */
  readonly id: string;
  readonly kind: AnnotationKind;
  /** In image pixels. */
  readonly points: readonly ImagePoint[];
  /** What a person wrote. */
  readonly label: string;
  /** What came out when it was last computed, the main result first. */
  readonly quantities: readonly Quantity[];
}

type ImageName = Pick<ImageKey, 'sopInstanceUID' | 'frameNumber'>;

export function isSameImage(a: ImageName, b: ImageName): boolean {
  return a.sopInstanceUID === b.sopInstanceUID && a.frameNumber === b.frameNumber;
}

export function isFigure(annotation: Annotation): annotation is Annotation & { kind: FigureKind } {
  return annotation.kind !== 'key-image';
}

/** One name for all that belongs to a picture. */
export function imageName({ sopInstanceUID, frameNumber }: ImageName): string {
  return `${sopInstanceUID} ${frameNumber}`;
}

/** A UUID (RFC 9562, version 4), also on pages without a secure context, which have no `randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
