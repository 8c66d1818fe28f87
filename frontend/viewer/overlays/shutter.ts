import { number, numbers, text, texts, type DicomJsonDataSet } from '../dicom-json';
import type { ImagePoint } from '../measure';
import { Tag } from '../tags';

/** What is left of a picture: all of these at once (PS3.3 C.7.6.11). Places are in image pixels. */
export interface Shutter {
  readonly rectangle: Rectangle | undefined;
  readonly circle: { readonly center: ImagePoint; readonly radius: number } | undefined;
  readonly polygon: readonly ImagePoint[] | undefined;
  /** Group of the overlay plane whose bits close it (C.7.6.15), undefined when there is none. */
  readonly overlayGroup: number | undefined;
  /** What closed places look like, from 0, black, to 255. */
  readonly grey: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** White of a P-Value in a header (C.7.6.11). */
const WHITE = 65_535;

/** Corners of a polygon; nobody draws more by hand. */
const MOST_VERTICES = 10_000;

/** The shutter that a data set describes, undefined when it has none that closes anything. */
export function shutterOf(attributes: DicomJsonDataSet): Shutter | undefined {
  const shapes = texts(attributes, Tag.ShutterShape);
  const shutter: Shutter = {
    rectangle: shapes.includes('RECTANGULAR') ? rectangle(attributes) : undefined,
    circle: shapes.includes('CIRCULAR') ? circle(attributes) : undefined,
    polygon: shapes.includes('POLYGONAL') ? polygon(attributes) : undefined,
    overlayGroup: shapes.includes('BITMAP') ? overlayGroup(attributes) : undefined,
    grey: Math.round((255 * Math.min(WHITE, number(attributes, Tag.ShutterPresentationValue) ?? 0)) / WHITE),
  };
  const { overlayGroup: group } = shutter;
  return shutter.rectangle || shutter.circle || shutter.polygon || group !== undefined ? shutter : undefined;
}

/** Whether something of a picture of this size is closed, as far as shapes tell. */
export function closes({ rectangle, circle, polygon, overlayGroup }: Shutter, rows: number, columns: number): boolean {
  const isWhole =
    !rectangle || (rectangle.left <= 0 && rectangle.top <= 0 && rectangle.right >= columns && rectangle.bottom >= rows);
  return !isWhole || circle !== undefined || polygon !== undefined || overlayGroup !== undefined;
}

/** Edges are counted from 1, and the pixels on them can be seen. */
function rectangle(attributes: DicomJsonDataSet): Rectangle | undefined {
  const tags = [
    Tag.ShutterLeftVerticalEdge,
    Tag.ShutterUpperHorizontalEdge,
    Tag.ShutterRightVerticalEdge,
    Tag.ShutterLowerHorizontalEdge,
  ];
  const [left, top, right, bottom] = tags.map((tag) => number(attributes, tag));
  const isComplete = left !== undefined && top !== undefined && right !== undefined && bottom !== undefined;
  return isComplete && right > left && bottom > top ? { left: left - 1, top: top - 1, right, bottom } : undefined;
}

function circle(attributes: DicomJsonDataSet): Shutter['circle'] {
  const [row, column] = numbers(attributes, Tag.CenterOfCircularShutter, 2) ?? [];
  const radius = number(attributes, Tag.RadiusOfCircularShutter) ?? 0;
  return row !== undefined && radius > 0 ? { center: { x: column - 0.5, y: row - 0.5 }, radius } : undefined;
}

/** Rows and columns in turn. */
function polygon(attributes: DicomJsonDataSet): readonly ImagePoint[] | undefined {
  const values = numbers(attributes, Tag.VerticesOfThePolygonalShutter, 6)?.slice(0, 2 * MOST_VERTICES) ?? [];
  const vertices = Array.from({ length: values.length >> 1 }, (_, index) => ({
    x: values[2 * index + 1] - 0.5,
    y: values[2 * index] - 0.5,
  }));
  return vertices.length >= 3 ? vertices : undefined;
}

/** A US in JSON, where some servers write the hexadecimal digits as text. */
function overlayGroup(attributes: DicomJsonDataSet): number | undefined {
  const hexadecimal = Number.parseInt(text(attributes, Tag.ShutterOverlayGroup), 16);
  const group = number(attributes, Tag.ShutterOverlayGroup) ?? hexadecimal;
  return group >= 0x6000 && group <= 0x601e ? group : undefined;
}
