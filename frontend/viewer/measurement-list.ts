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
  /** What came out, line by line. */
  readonly results: readonly string[];
  /** The picture within its series; '' while that is not open. */
  readonly place: string;
  /** The same as a number, from 1; undefined while that is not open. */
  readonly imageNumber: number | undefined;
  readonly author: string;
  readonly isHidden: boolean;
  /** Whether it belongs to the picture on the screen. */
  readonly isHere: boolean;
}

export interface ListedSeries {
  readonly uid: string;
  readonly name: string;
  readonly rows: readonly ListedAnnotation[];
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
export function listed({ marks, series, frames, shown }: ListedStudy, messages: Messages): ListedSeries[] {
  const seriesPlaces = new Map(series.map(({ seriesInstanceUID }, place) => [seriesInstanceUID, place]));
  const framePlaces = placesOf(frames);
  const place = (annotation: Annotation) => framePlaces.get(imageName(annotation)) ?? annotation.frameNumber - 1;
  const seriesPlace = ({ seriesInstanceUID }: Annotation) => seriesPlaces.get(seriesInstanceUID) ?? Infinity;
  const sorted = [...marks.store.all].sort((a, b) => seriesPlace(a) - seriesPlace(b) || place(a) - place(b));
  const row = (annotation: Annotation): ListedAnnotation => {
    const picture = framePlaces.get(imageName(annotation));
    return {
      annotation,
      title: annotation.label || messages.get(kindKey(annotation)),
      results: isFigure(annotation) ? readableLines({ ...annotation, label: '' }, messages) : [],
      place: picture === undefined ? '' : messages.get('marks.place', picture + 1),
      imageNumber: picture === undefined ? undefined : picture + 1,
      author: authorText(marks, annotation.id, messages),
      isHidden: marks.store.isHidden(annotation.id),
      isHere: shown !== undefined && imageName(shown) === imageName(annotation),
    };
  };
  const uids = [...new Set(sorted.map(({ seriesInstanceUID }) => seriesInstanceUID))];
  return uids.map((uid) => ({
    uid,
    name: seriesName(series.find(({ seriesInstanceUID }) => seriesInstanceUID === uid), messages),
    rows: sorted.filter(({ seriesInstanceUID }) => seriesInstanceUID === uid).map(row),
  }));
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

function seriesName(series: SeriesSummary | undefined, messages: Messages): string {
  const name = series?.description || messages.get('rail.series', series?.seriesNumber ?? '?');
  return [series?.modality, name].filter(Boolean).join(' · ');
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
