import { cells } from './cells';
import { controls } from './controls';
import { help } from './help';
import { layout } from './layout';
import { marks } from './marks';
import { overPicture } from './over-picture';
import { phone } from './phone';
import { tokens } from './tokens';

let sheet: CSSStyleSheet | undefined;

/** One sheet for all viewers of the page; constructed, since a strict style-src refuses style elements. */
export function viewerStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + layout + cells + help + controls + overPicture + marks + phone);
  }
  return sheet;
}
