import { cells } from './cells';
import { controls } from './controls';
import { enhanceStyles } from './enhance';
import { handsStyles } from './hands';
import { help } from './help';
import { layout } from './layout';
import { marks } from './marks';
import { mprStyles } from './mpr';
import { objectStyles } from './objects';
import { overPicture } from './over-picture';
import { phone } from './phone';
import { tagBrowserStyles } from './tag-browser';
import { tokens } from './tokens';

let sheet: CSSStyleSheet | undefined;

/** One sheet for all viewers of the page; constructed, since a strict style-src refuses style elements. */
export function viewerStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    const parts = [tokens, layout, cells, help, controls, overPicture, enhanceStyles, marks, tagBrowserStyles];
    sheet.replaceSync([...parts, objectStyles, phone, mprStyles, handsStyles].join(''));
  }
  return sheet;
}
