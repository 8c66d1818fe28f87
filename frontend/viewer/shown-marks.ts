import type { AnnotationKind, ImageKey } from './annotation';
import { listed, type ListedStudy } from './measurement-list';
import type { Messages } from './messages';

/** A measurement or a key image of the study in the words of the viewer, for the page around it. */
export interface ShownMark extends ImageKey {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** What it is called: by a person, else by its kind. */
  readonly title: string;
  /** What came out, line by line. */
  readonly results: readonly string[];
  readonly seriesNumber: number | undefined;
  /** Place of the picture in its series, from 1; undefined while that is not open. */
  readonly imageNumber: number | undefined;
}

/** Everything marked on a study, series by series. */
export function shownMarks(study: ListedStudy, messages: Messages): ShownMark[] {
  const numbers = new Map(study.series.map(({ seriesInstanceUID, seriesNumber }) => [seriesInstanceUID, seriesNumber]));
  return listed(study, messages).flatMap(({ uid, rows }) =>
    rows.map(({ annotation, title, results, imageNumber }) => ({
      id: annotation.id,
      kind: annotation.kind,
      seriesInstanceUID: annotation.seriesInstanceUID,
      sopInstanceUID: annotation.sopInstanceUID,
      frameNumber: annotation.frameNumber,
      title,
      results,
      seriesNumber: numbers.get(uid),
      imageNumber,
    })));
}
