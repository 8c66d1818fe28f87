import { imageName, isFigure, type Annotation } from './annotation';
import { text } from './dicom-json';
import type { SeriesSummary } from './dicomweb';
import type { Frame } from './frame';
import type { Marks } from './marks';
import type { Messages } from './messages';
import { readableLines } from './readable-quantity';
import { Tag } from './tags';

/** One row of the list. */
export interface ListedAnnotation {
  readonly annotation: Annotation;
  /** What it is called: by a person, else by its kind. */
  readonly title: string;
  /** What came out; '' for nothing. */
  readonly result: string;
  /** Series and picture. */
  readonly place: string;
  readonly author: string;
  readonly isHidden: boolean;
  /** Whether it belongs to the picture on the screen. */
  readonly isHere: boolean;
}

export interface ListedStudy {
  readonly marks: Marks;
  readonly series: readonly SeriesSummary[];
  /** Frames of every series opened so far, each series in its order. */
  readonly frames: readonly Frame[];
  /** The picture on the screen. */
  readonly shown: Frame | undefined;
}

/** Everything marked on a study: series by series as they are listed, in each by picture. */
export function listed({ marks, series, frames, shown }: ListedStudy, messages: Messages): ListedAnnotation[] {
  const seriesPlaces = new Map(series.map(({ seriesInstanceUID }, place) => [seriesInstanceUID, place]));
  const framePlaces = placesOf(frames);
  const place = (annotation: Annotation) => framePlaces.get(imageName(annotation)) ?? annotation.frameNumber - 1;
  const seriesPlace = ({ seriesInstanceUID }: Annotation) => seriesPlaces.get(seriesInstanceUID) ?? Infinity;
  return [...marks.store.all]
    .sort((a, b) => seriesPlace(a) - seriesPlace(b) || place(a) - place(b))
    .map((annotation) => {
      const { seriesInstanceUID } = annotation;
      const own = series.find((each) => each.seriesInstanceUID === seriesInstanceUID);
      const picture = framePlaces.get(imageName(annotation));
      return {
        annotation,
        title: annotation.label || messages.get(kindKey(annotation)),
        result: isFigure(annotation) ? readableLines({ ...annotation, label: '' }, messages).join(' · ') : '',
        place: placeText(own, picture, messages),
        author: authorText(marks, annotation.id, messages),
        isHidden: marks.store.isHidden(annotation.id),
        isHere: shown !== undefined && imageName(shown) === imageName(annotation),
      };
    });
}

export function kindKey({ kind }: Annotation): `tool.${Exclude<Annotation['kind'], 'key-image'>}` | 'tool.keyImage' {
  return kind === 'key-image' ? 'tool.keyImage' : `tool.${kind}`;
}

/** Place of each picture within its series, from 0. */
function placesOf(frames: readonly Frame[]): Map<string, number> {
  const places = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const frame of frames) {
    const name = imageName(frame);
    const uid = text(frame.attributes, Tag.SeriesInstanceUID);
    if (!places.has(name)) {
      const count = counts.get(uid) ?? 0;
      places.set(name, count);
      counts.set(uid, count + 1);
    }
  }
  return places;
}

function placeText(series: SeriesSummary | undefined, picture: number | undefined, messages: Messages): string {
  const name = series?.description || messages.get('rail.series', series?.seriesNumber ?? '?');
  return picture === undefined ? name : messages.get('marks.place', name, picture + 1);
}

function authorText(marks: Marks, id: string, messages: Messages): string {
  const known = marks.authorOf(id);
  if (!known) {
    return marks.saveState === undefined ? '' : messages.get('marks.unsaved');
  }
  return known.changer && known.changer !== known.author
    ? messages.get('marks.changedBy', known.author, known.changer)
    : known.author;
}
