import { items, number, numbers, text, type DicomJsonDataSet } from '../dicom-json';
import type { Frame } from '../frame';
import { OVERLAY_COLOUR, type LaidOver } from '../overlays/laid-over';
import type { Colour } from '../overlays/overlay-picture';
import { overlayPlanes, overlayTag } from '../overlays/overlay-plane';
import { shutterOf } from '../overlays/shutter';
import { Tag } from '../tags';
import { colourOfCielab, colourOfGrey } from './colour';
import { displayedArea, fromDisplay } from './displayed-area';
import { graphicsOf, MOST_GRAPHICS, orderOf, type Graphic } from './graphic';
import { concerns } from './image-references';
import type { PresentationState } from './presentation-state';

interface Layer {
  readonly order: number;
  readonly colour: Colour;
}

/** What a state lays over a picture; its shutter and overlays take the place of those of the file (PS3.4 N.2). */
export function layersOf(state: PresentationState, frame: Frame): LaidOver {
  const { attributes } = state;
  const layers = layersIn(attributes);
  const shutter = shutterOf(attributes);
  const [own, ofImage] = [overlayPlanes(attributes), overlayPlanes(frame.attributes)];
  const planes = [...own, ...ofImage.filter(({ group }) => !own.some((other) => other.group === group))];
  const active = planes.flatMap((plane) => {
    const layer = layers.get(text(attributes, overlayTag(plane.group, '1001')));
    const isShutter = plane.group === shutter?.overlayGroup;
    return layer && !isShutter ? [{ plane, colour: layer.colour, order: layer.order }] : [];
  });
  return {
    planes: active.sort((a, b) => a.order - b.order),
    shutter,
    shutterPlane: planes.find(({ group }) => group === shutter?.overlayGroup),
    graphics: graphicsIn(state, frame, layers),
  };
}

/** Whether a state has more graphics for a picture than are drawn. */
export function hasTooMany({ attributes }: PresentationState, frame: Frame): boolean {
  return countIn(annotationsFor(attributes, frame)) > MOST_GRAPHICS;
}

function graphicsIn(state: PresentationState, frame: Frame, layers: ReadonlyMap<string, Layer>): readonly Graphic[] {
  const { attributes, turn } = state;
  const toImage = fromDisplay(displayedArea(state, frame), turn);
  return annotationsFor(attributes, frame)
    .map((annotation) => ({ annotation, layer: layers.get(text(annotation, Tag.GraphicLayer)) }))
    .sort((a, b) => (a.layer?.order ?? 0) - (b.layer?.order ?? 0))
    .flatMap(({ annotation, layer }) => graphicsOf(annotation, layer?.colour ?? OVERLAY_COLOUR, toImage))
    .slice(0, MOST_GRAPHICS);
}

function annotationsFor(attributes: DicomJsonDataSet, frame: Frame): DicomJsonDataSet[] {
  return items(attributes, Tag.GraphicAnnotationSequence).filter((annotation) => concerns(annotation, frame));
}

function countIn(annotations: readonly DicomJsonDataSet[]): number {
  const count = (holder: DicomJsonDataSet, sequence: string) => holder[sequence]?.Value?.length ?? 0;
  return annotations.reduce(
    (sum, each) => sum + count(each, Tag.GraphicObjectSequence) + count(each, Tag.TextObjectSequence),
    0,
  );
}

function layersIn(attributes: DicomJsonDataSet): ReadonlyMap<string, Layer> {
  return new Map(items(attributes, Tag.GraphicLayerSequence).map((layer) => {
    const name = text(layer, Tag.GraphicLayer);
    return [name, { order: orderOf(layer), colour: colourOf(layer) }];
  }));
}

function colourOf(layer: DicomJsonDataSet): Colour {
  const cielab = numbers(layer, Tag.GraphicLayerRecommendedDisplayCIELabValue, 3);
  const grey = number(layer, Tag.GraphicLayerRecommendedDisplayGrayscaleValue);
  return cielab ? colourOfCielab(cielab) : grey !== undefined ? colourOfGrey(grey) : OVERLAY_COLOUR;
}
