import { CAPTION_MM, FOOTER_MM, GAP_MM, HEADING_MM, MARGIN_MM, pictureRoom } from './print-plan';
import type { Paper, PrintGrid } from './print-plan';

/** Of the element that holds the pages; while they are printed, nothing else is on the page. */
export const SHEET_CLASS = 'dicom-print-sheet';

export interface SheetOptions {
  readonly grid: PrintGrid;
  readonly paper: Paper;
}

/** Of the document around the pages: they alone are printed, and nobody sees them on the screen. */
export function pageStyles({ widthMm, heightMm }: Paper): CSSStyleSheet {
  return sheetOf(`
@page { size: ${widthMm}mm ${heightMm}mm; margin: ${MARGIN_MM}mm; }
@media screen { .${SHEET_CLASS} { display: none !important; } }
@media print {
  html, body {
    display: block !important;
    position: static !important;
    width: auto !important;
    height: auto !important;
    min-height: 0 !important;
    margin: 0 !important;
    padding: 0 !important;
    overflow: visible !important;
    background: #fff !important;
  }

  body > :not(.${SHEET_CLASS}) { display: none !important; }
  .${SHEET_CLASS} { display: block !important; }
}
`);
}

/** Of the pages themselves, in millimetres. */
export function sheetStyles({ grid, paper }: SheetOptions): CSSStyleSheet {
  const { widthMm, heightMm } = pictureRoom(paper, grid);
  const page = paper.heightMm - 2 * MARGIN_MM - 1;
  const small = widthMm < 60;
  return sheetOf(`
:host { color: #000; font: ${small ? 6.5 : 8}pt/1.3 system-ui, "Noto Sans", sans-serif; print-color-adjust: exact; }

.page { display: flex; flex-direction: column; height: ${page}mm; overflow: hidden; break-after: page; }
.page:last-child { break-after: auto; }

header {
  display: flex;
  flex: none;
  gap: 6mm;
  justify-content: space-between;
  box-sizing: border-box;
  height: ${HEADING_MM}mm;
  font-size: 9pt;
  border-bottom: 0.3mm solid #000;
}

header div { display: grid; align-content: start; min-width: 0; }
header div + div { text-align: right; }
header b { font-size: 12pt; overflow-wrap: anywhere; }

.grid {
  display: grid;
  flex: 1;
  grid-template-columns: repeat(${grid.columns}, ${widthMm}mm);
  grid-auto-rows: ${heightMm + CAPTION_MM}mm;
  gap: ${GAP_MM}mm;
  align-content: start;
  padding-top: 2mm;
}

figure { margin: 0; min-width: 0; break-inside: avoid; }
.picture { display: grid; place-items: center; width: ${widthMm}mm; height: ${heightMm}mm; color: #fff; background: #000; }
canvas { display: block; width: ${widthMm}mm; height: ${heightMm}mm; }
.picture p { padding: 2mm; text-align: center; }

figcaption {
  display: flex;
  flex-wrap: wrap;
  gap: 0 2mm;
  align-items: baseline;
  width: ${widthMm}mm;
  max-height: ${CAPTION_MM}mm;
  padding-top: 0.5mm;
  overflow: hidden;
}

.scale { display: flex; gap: 1mm; align-items: center; width: 100%; }
.bar { flex: none; box-sizing: border-box; height: 1.4mm; border: 0.3mm solid #000; border-top: 0; }
.details { margin-left: auto; }
.caption { flex: 1; min-width: 60%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

footer {
  display: flex;
  flex: none;
  justify-content: space-between;
  align-items: end;
  height: ${FOOTER_MM}mm;
  font-size: 8pt;
}
`);
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
