import type { ShownMark } from '../viewer/shown-marks';
import type { ReportMessages } from './report-messages';

/** As it is written into a report: "Length 23.4 mm (series 3, image 12)". */
export function markWords(mark: ShownMark, messages: ReportMessages): string {
  const said = [mark.title.replaceAll('\n', ' '), mark.results.join(', ')].filter(Boolean).join(' ');
  const place = placeWords(mark, messages);
  return place ? messages.get('marks.text', said, place) : said;
}

/** "series 3, image 12", as far as it is known. */
export function placeWords({ seriesNumber, imageNumber }: ShownMark, messages: ReportMessages): string {
  return [
    seriesNumber === undefined ? '' : messages.get('marks.series', seriesNumber),
    imageNumber === undefined ? '' : messages.get('marks.image', imageNumber),
  ]
    .filter(Boolean)
    .join(', ');
}
