import { tokens } from '../viewer/styles/tokens';
import { textStyles } from './text-styles';

let sheet: CSSStyleSheet | undefined;

/** Constructed, since a strict style-src refuses style elements. */
export function panelStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + controls + lists + textStyles + frame);
  }
  return sheet;
}

const frame = `
:host {
  display: block;
  position: relative;
  height: 100%;
  overflow: hidden;
  container: report / inline-size;
  background: var(--viewer-surface);
  color: var(--viewer-text);
  font: 14px/1.45 var(--viewer-font);
  color-scheme: dark;
}
*, *::before, *::after { box-sizing: border-box; }
.panel { display: flex; flex-direction: column; height: 100%; }
header { display: flex; gap: 2px; align-items: flex-start; padding: 8px 8px 4px 16px; }
.whose { flex: 1; min-width: 0; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { overflow: hidden; font-size: 15px; line-height: 1.4; text-overflow: ellipsis; white-space: nowrap; }
.whose p { overflow: hidden; color: var(--viewer-muted); font-size: 12px; text-overflow: ellipsis; white-space: nowrap; }
h2 { font-size: 17px; line-height: 1.3; overflow-wrap: anywhere; }
h3 { font-size: 13px; font-weight: 600; color: var(--viewer-muted); }
h4 { font-size: 12px; font-weight: 600; color: var(--viewer-muted); }
ul, ol { list-style: none; }
.tabs { display: flex; gap: 4px; padding: 0 12px; border-bottom: 1px solid var(--viewer-line); }
.tabs button { padding: 8px; color: var(--viewer-muted); background: none; border: 0; border-bottom: 2px solid transparent; border-radius: 0; }
.tabs button[aria-selected="true"] { color: var(--viewer-text); border-bottom-color: var(--viewer-accent); }
.body { flex: 1; min-height: 0; padding: 12px 16px; overflow: hidden auto; scrollbar-width: thin; scrollbar-color: var(--viewer-line) transparent; }
.body:focus { outline: none; }
.body:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: -2px; }
footer { padding: 8px 16px max(10px, env(safe-area-inset-bottom)); border-top: 1px solid var(--viewer-line); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
footer .actions { gap: 6px; }
footer .actions > * { padding-inline: 10px; }
.state { min-height: 20px; margin-bottom: 6px; color: var(--viewer-muted); font-size: 12px; }
.state.failed, .state.conflict { color: var(--viewer-warning); font-weight: 600; }
/* With little height, as when the page is enlarged, all of it scrolls and only what can be done stays. */
@media (max-height: 600px) {
  .panel { overflow: hidden auto; }
  .body { flex: none; overflow: visible; }
  .panel details.marks { max-height: none; overflow: visible; }
  footer { position: sticky; bottom: 0; margin-top: auto; background: var(--viewer-surface); }
}
@media (max-width: 699px) { [data-do="second"] { display: none; } }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.advice { color: var(--viewer-muted); font-size: 13px; }
.which { display: flex; gap: 8px; align-items: center; margin-bottom: 12px; }
.which select, .which .who { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who { color: var(--viewer-muted); }
.badge { flex: none; padding: 0 8px; font-size: 12px; line-height: 20px; color: var(--viewer-text); background: var(--viewer-hover); border: 1px solid var(--viewer-line); border-radius: 10px; }
.badge.draft { color: var(--viewer-warning); border-style: dashed; border-color: var(--viewer-warning); background: none; }
.badge.final, .badge.amended { color: var(--viewer-accent); border-color: var(--viewer-accent); }
.notes { flex: none; padding: 0 16px; }
.notes .note { margin: 10px 0 0; }
.note { display: flex; gap: 12px; align-items: center; margin-bottom: 12px; padding: 8px 12px; background: var(--viewer-raised); border-left: 3px solid var(--viewer-accent); border-radius: var(--viewer-radius); }
.note p { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.note.lock, .note.failed, .note.takenOver { border-left-color: var(--viewer-warning); }
`;

const controls = `
button, input, select, textarea { font: inherit; color: inherit; }
button, .button { display: inline-flex; gap: 6px; align-items: center; min-height: 36px; padding: 4px 12px; color: var(--viewer-text); text-decoration: none; background: var(--viewer-raised); border: 1px solid var(--viewer-line); border-radius: var(--viewer-radius); cursor: pointer; -webkit-tap-highlight-color: transparent; }
button:hover:not(:disabled), .button:hover { background: var(--viewer-hover); }
button:disabled { opacity: 0.45; cursor: default; }
button.primary { color: #06202b; font-weight: 600; background: var(--viewer-accent); border-color: var(--viewer-accent); }
button.primary:hover:not(:disabled) { background: var(--viewer-focus); }
button.danger { color: #2b1600; font-weight: 600; background: var(--viewer-warning); border-color: var(--viewer-warning); }
button.quiet { color: var(--viewer-muted); background: none; border-color: transparent; }
button.quiet:hover { color: var(--viewer-text); }
.icon-button { flex: none; justify-content: center; width: 36px; padding: 0; color: var(--viewer-muted); background: none; border-color: transparent; }
.icon { display: block; flex: none; width: 20px; height: 20px; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 1px; }
a { color: var(--viewer-accent); }
.field { display: grid; gap: 4px; min-width: 0; }
.field > span:first-child { font-size: 13px; font-weight: 600; color: var(--viewer-muted); }
.field em { font-weight: 400; font-style: normal; color: var(--viewer-warning); }
input:not([type="radio"]), select, textarea { width: 100%; min-height: 36px; padding: 6px 10px; background: var(--viewer-black); border: 1px solid #5b6a75; border-radius: var(--viewer-radius); }
textarea { display: block; max-height: 60vh; line-height: 1.5; resize: vertical; field-sizing: content; overflow-wrap: anywhere; }
textarea:read-only, input:read-only { color: var(--viewer-muted); background: var(--viewer-surface); border-style: dashed; }
.sheet { display: grid; gap: 14px; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 12px; min-width: 0; margin: 0; padding: 8px 12px 12px; border: 1px solid var(--viewer-line); border-radius: var(--viewer-radius); }
legend { padding: 0 4px; font-size: 13px; font-weight: 600; color: var(--viewer-muted); }
.detail { min-width: 0; }
.detail .advice { margin-top: 4px; }
.value { display: flex; gap: 6px; align-items: center; min-width: 0; }
.unit { flex: none; color: var(--viewer-muted); font-size: 13px; }
dialog { width: min(420px, calc(100vw - 32px)); padding: 20px; color: var(--viewer-text); background: var(--viewer-raised); border: 1px solid var(--viewer-line); border-radius: 10px; }
dialog::backdrop { background: rgb(0 0 0 / 60%); }
dialog form { display: grid; gap: 14px; }
dialog .actions { justify-content: flex-end; }
`;

const lists = `
summary { padding: 6px 0; color: var(--viewer-muted); font-size: 13px; font-weight: 600; cursor: pointer; border-radius: 4px; }
.snippets { margin-top: 14px; }
.snippets ul { display: grid; gap: 2px; margin-top: 6px; }
.snippets button { width: 100%; text-align: left; background: none; border-color: transparent; }
.snippets span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--viewer-muted); }
kbd { flex: none; padding: 0 6px; font: 12px/20px var(--viewer-font); border: 1px solid var(--viewer-line); border-radius: 4px; }
details.marks { flex: none; max-height: 34%; padding: 0 16px; overflow: hidden auto; scrollbar-width: thin; scrollbar-color: var(--viewer-line) transparent; border-top: 1px solid var(--viewer-line); }
.marks .advice { padding-bottom: 10px; }
.marks ul { padding-bottom: 6px; }
.mark { display: flex; align-items: center; }
.mark .insert { flex: 1; min-width: 0; padding: 4px 8px; text-align: left; background: none; border-color: transparent; }
.mark .insert .icon { color: var(--viewer-accent); }
.mark img { width: 36px; height: 36px; object-fit: contain; background: var(--viewer-black); border-radius: 4px; }
.words { display: grid; min-width: 0; overflow-wrap: anywhere; }
.place { color: var(--viewer-muted); font-size: 12px; }
.key-images h3 { margin-bottom: 6px; }
.key-images ul { display: grid; gap: 8px; }
.key-image { display: flex; gap: 8px; align-items: center; }
.key-image .picture { flex: none; width: 72px; height: 72px; padding: 0; overflow: hidden; background: var(--viewer-black); border: 1px solid var(--viewer-line); border-radius: var(--viewer-radius); }
.key-image img { display: block; width: 100%; height: 100%; object-fit: contain; font-size: 10px; }
.key-image .caption { min-width: 0; overflow-wrap: anywhere; }
.choose { display: grid; gap: 12px; }
.templates { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 8px; }
.choose button { justify-content: flex-start; text-align: left; }
.earlier { display: grid; gap: 12px; }
.earlier li { padding: 12px; background: var(--viewer-raised); border-radius: var(--viewer-radius); }
.earlier .study { margin-bottom: 8px; overflow-wrap: anywhere; }
`;
