import { item, items, number, numbers, text, type DicomJsonDataSet } from '../dicom-json';
import type { ImagePoint } from '../measure';
import type { Colour } from '../overlays/overlay-picture';
import { Tag } from '../tags';
import { colourOfCielab } from './colour';

/** Something drawn over a picture by a presentation state (PS3.3 C.10.5). Points are in image pixels. */
export type Graphic = Figure | Words;

export interface Figure {
  readonly kind: 'points' | 'line';
  readonly points: readonly ImagePoint[];
  readonly isFilled: boolean;
  readonly colour: Colour;
}

export interface Words {
  readonly kind: 'words';
  readonly lines: readonly string[];
  /** Where they stand: opposite corners of a box, undefined when they only belong to a place. */
  readonly box: readonly [ImagePoint, ImagePoint] | undefined;
  readonly align: 'left' | 'center' | 'right';
  /** The place they are about. */
  readonly anchor: ImagePoint | undefined;
  readonly isAnchorShown: boolean;
  readonly colour: Colour;
}

/** From fractions of the displayed area to image pixels. */
export type FromDisplay = (point: ImagePoint) => ImagePoint;

/** What can be drawn of one state in a moment. */
export const MOST_GRAPHICS = 2_000;
const MOST_POINTS = 50_000;
const MOST_LETTERS = 2_000;
const MOST_LINES = 40;

/** Straight pieces of a full circle, and between two points of a curve. */
const ROUND_PIECES = 96;
const CURVE_PIECES = 8;

/** Graphics and words of one item of the Graphic Annotation Sequence. */
export function graphicsOf(annotation: DicomJsonDataSet, colour: Colour, fromDisplay: FromDisplay): Graphic[] {
  const figures = items(annotation, Tag.GraphicObjectSequence).slice(0, MOST_GRAPHICS);
  const texts = items(annotation, Tag.TextObjectSequence).slice(0, MOST_GRAPHICS);
  return [
    ...figures.map((object) => figure(object, colour, fromDisplay)).filter((each) => each !== undefined),
    ...texts.map((object) => words(object, colour, fromDisplay)).filter((each) => each !== undefined),
  ];
}

function figure(object: DicomJsonDataSet, colour: Colour, fromDisplay: FromDisplay): Figure | undefined {
  const style = item(object, Tag.LineStyleSequence, 0);
  const own = style && numbers(style, Tag.PatternOnColorCIELabValue, 3);
  const given = pointsOf(numbers(object, Tag.GraphicData, 2) ?? []);
  const type = text(object, Tag.GraphicType);
  const traced = trace(type, given);
  if (traced.length === 0) {
    return undefined;
  }
  const place = placeOf(text(object, Tag.GraphicAnnotationUnits), fromDisplay);
  return {
    kind: type === 'POINT' ? 'points' : 'line',
    points: traced.map(place),
    isFilled: text(object, Tag.GraphicFilled) === 'Y' && isClosed(traced),
    colour: own ? colourOfCielab(own) : colour,
  };
}

/** The line that a graphic type draws through its points (C.10.5.1.2); [] when they are too few for it. */
function trace(type: string, points: readonly ImagePoint[]): readonly ImagePoint[] {
  switch (type) {
    case 'POINT':
      return points.slice(0, 1);
    case 'POLYLINE':
      return points.length >= 2 ? points : [];
    case 'INTERPOLATED':
      return points.length >= 2 ? curve(points) : [];
    case 'CIRCLE':
      return points.length >= 2 ? circle(points[0], points[1]) : [];
    case 'ELLIPSE':
      return points.length >= 4 ? ellipse(points) : [];
    default:
      return [];
  }
}

function circle(center: ImagePoint, edge: ImagePoint): ImagePoint[] {
  const radius = Math.hypot(edge.x - center.x, edge.y - center.y);
  return round((cos, sin) => ({ x: center.x + radius * cos, y: center.y + radius * sin }));
}

/** By the ends of its major axis, then of its minor one. */
function ellipse([from, to, side, other]: readonly ImagePoint[]): ImagePoint[] {
  const center = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const major = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 };
  const minor = { x: (other.x - side.x) / 2, y: (other.y - side.y) / 2 };
  return round((cos, sin) => ({
    x: center.x + major.x * cos + minor.x * sin,
    y: center.y + major.y * cos + minor.y * sin,
  }));
}

function round(at: (cos: number, sin: number) => ImagePoint): ImagePoint[] {
  return Array.from({ length: ROUND_PIECES + 1 }, (_, index) => {
    const angle = (2 * Math.PI * (index % ROUND_PIECES)) / ROUND_PIECES;
    return at(Math.cos(angle), Math.sin(angle));
  });
}

/** A smooth curve through all points (Catmull-Rom); closed when it ends where it began. */
function curve(points: readonly ImagePoint[]): ImagePoint[] {
  const around = isClosed(points);
  const last = points.length - 1;
  const neighbour = (index: number) =>
    points[around ? (index + last) % last : Math.min(last, Math.max(0, index))];
  const smooth = points.slice(0, last).flatMap((point, index) => {
    const corners = [neighbour(index - 1), point, points[index + 1], neighbour(index + 2)] as const;
    return Array.from({ length: CURVE_PIECES }, (_, piece) => between(corners, piece / CURVE_PIECES));
  });
  return [...smooth, points[last]];
}

type Corners = readonly [before: ImagePoint, from: ImagePoint, to: ImagePoint, after: ImagePoint];

function between([before, from, to, after]: Corners, t: number): ImagePoint {
  const along = (axis: 'x' | 'y') => {
    const [p0, p1, p2, p3] = [before[axis], from[axis], to[axis], after[axis]];
    const bend = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    return (2 * p1 + (p2 - p0) * t + bend * t ** 2 + (3 * p1 - p0 - 3 * p2 + p3) * t ** 3) / 2;
  };
  return { x: along('x'), y: along('y') };
}

function isClosed(points: readonly ImagePoint[]): boolean {
  const [first, last] = [points[0], points[points.length - 1]];
  return points.length > 2 && Math.hypot(first.x - last.x, first.y - last.y) < 1e-6;
}

function words(object: DicomJsonDataSet, colour: Colour, fromDisplay: FromDisplay): Words | undefined {
  const lines = linesOf(text(object, Tag.UnformattedTextValue));
  const box = boxOf(object, fromDisplay);
  const anchor = numbers(object, Tag.AnchorPoint, 2);
  const at = anchor && placeOf(text(object, Tag.AnchorPointAnnotationUnits), fromDisplay)(pointsOf(anchor)[0]);
  if (lines.length === 0 || (!box && !at)) {
    return undefined;
  }
  const style = item(object, Tag.TextStyleSequence, 0);
  const own = style && numbers(style, Tag.TextColorCIELabValue, 3);
  return {
    kind: 'words',
    lines,
    box,
    align: alignOf(text(object, Tag.BoundingBoxTextHorizontalJustification)),
    anchor: at,
    isAnchorShown: text(object, Tag.AnchorPointVisibility) === 'Y',
    colour: own ? colourOfCielab(own) : colour,
  };
}

function linesOf(value: string): string[] {
  const lines = value.slice(0, MOST_LETTERS).split(/\r\n|\r|\n|\f/).map((line) => line.trimEnd());
  return lines.some(Boolean) ? lines.slice(0, MOST_LINES) : [];
}

function boxOf(object: DicomJsonDataSet, fromDisplay: FromDisplay): Words['box'] {
  const from = numbers(object, Tag.BoundingBoxTopLeftHandCorner, 2);
  const to = numbers(object, Tag.BoundingBoxBottomRightHandCorner, 2);
  const place = placeOf(text(object, Tag.BoundingBoxAnnotationUnits), fromDisplay);
  return from && to ? [place(pointsOf(from)[0]), place(pointsOf(to)[0])] : undefined;
}

function alignOf(justification: string): Words['align'] {
  return justification === 'RIGHT' ? 'right' : justification === 'CENTER' ? 'center' : 'left';
}

function placeOf(units: string, fromDisplay: FromDisplay): FromDisplay {
  return units === 'DISPLAY' ? fromDisplay : (point) => point;
}

/** Columns and rows in turn. */
function pointsOf(values: readonly number[]): ImagePoint[] {
  const count = Math.min(MOST_POINTS, values.length >> 1);
  return Array.from({ length: count }, (_, index) => ({ x: values[2 * index], y: values[2 * index + 1] }));
}

/** Place of a layer among the others, the largest on top. */
export function orderOf(layer: DicomJsonDataSet): number {
  return number(layer, Tag.GraphicLayerOrder) ?? 0;
}
