let sheet: CSSStyleSheet | undefined;

/** Constructed, since a strict style-src refuses style elements. Colours are those of the screens around. */
export function uploadStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(frame + controls + lists);
  }
  return sheet;
}

const frame = `
:host {
  --line: var(--vaadin-border-color-secondary, #8884);
  --ground: var(--aura-surface-color-solid, Canvas);
  --quiet: var(--vaadin-text-color-secondary, GrayText);
  --accent: light-dark(oklch(0.5 0.09 215), oklch(0.72 0.09 210));
  --radius: var(--vaadin-radius-m, 6px);
  display: grid;
  gap: 16px;
  color: var(--vaadin-text-color, CanvasText);
  font: 0.9375rem/1.45 var(--aura-font-family, system-ui, sans-serif);
}
*, *::before, *::after { box-sizing: border-box; }
h2, p, ul { margin: 0; padding: 0; }
h2 { font-size: 1.0625rem; }
ul { list-style: none; }
.advice { color: var(--quiet); }
.drop { display: grid; gap: 8px; justify-items: center; padding: 32px 16px; text-align: center; background: var(--ground); border: 2px dashed var(--vaadin-border-color, #8888); border-radius: var(--vaadin-radius-l, 10px); }
.drop.over { border-color: var(--accent); border-style: solid; background: color-mix(in oklch, var(--accent) 10%, var(--ground)); }
.drop svg { width: 40px; height: 40px; color: var(--accent); }
.drop .actions { justify-content: center; margin-top: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.card { display: grid; gap: 10px; min-width: 0; padding: 16px; background: var(--ground); border: 1px solid var(--line); border-radius: var(--vaadin-radius-l, 10px); }
.card .head { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-variant-numeric: tabular-nums; }
.card .head > :first-child { font-weight: 600; }
.card .head .actions { margin-inline-start: auto; }
.note { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; padding: 10px 14px; background: var(--ground); border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: var(--radius); }
.note p { flex: 1 1 16rem; overflow-wrap: anywhere; }
.note.trouble { border-inline-start-color: light-dark(#a15c00, #f2b84b); }
.hidden-field { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.with-finger { display: none; }
@media (pointer: coarse) { .folder, .with-mouse { display: none; } .with-finger { display: block; } }
`;

const controls = `
button, input, select { font: inherit; color: inherit; }
button { min-height: 36px; padding: 4px 14px; background: var(--vaadin-background-container, #8882); border: 1px solid var(--line); border-radius: var(--radius); font-weight: 500; cursor: pointer; }
button:hover { border-color: var(--quiet); }
button.primary { color: light-dark(#fff, #06202b); background: var(--accent); border-color: transparent; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible, .results:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
progress { width: 100%; height: 8px; accent-color: var(--accent); }
dialog { width: min(34rem, calc(100vw - 24px)); max-height: calc(100dvh - 24px); padding: 20px; overflow: auto; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 10px; }
dialog::backdrop { background: rgb(0 0 0 / 55%); }
form { display: grid; gap: 14px; }
form .actions { justify-content: flex-end; }
.names { max-height: 3em; overflow: auto; overflow-wrap: anywhere; }
.field { display: grid; gap: 4px; min-width: 0; }
.field > span, legend { font-size: 0.8125rem; font-weight: 600; color: var(--quiet); }
.field input, .field select { width: 100%; min-height: 38px; padding: 6px 10px; background: var(--vaadin-input-field-background, Field); border: 1px solid var(--vaadin-border-color, #8888); border-radius: var(--radius); }
fieldset { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0; padding: 0; border: 0; }
fieldset legend { padding: 0 0 2px; }
fieldset label { display: inline-flex; gap: 8px; align-items: center; min-height: 32px; cursor: pointer; }
input[type="radio"] { accent-color: var(--accent); width: 18px; height: 18px; flex: none; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 12px; }
.found { display: grid; max-height: 14rem; overflow: auto; }
.study { display: flex; gap: 10px; align-items: center; padding: 6px 4px; border-bottom: 1px solid var(--line); cursor: pointer; }
.study small { display: block; color: var(--quiet); }
`;

const lists = `
.active { display: grid; gap: 6px; }
.active li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; font-size: 0.8125rem; color: var(--quiet); }
.active bdi, .path { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.active progress { grid-column: 1 / -1; height: 4px; }
.filters { display: flex; flex-wrap: wrap; gap: 8px; }
.filters button { min-height: 34px; padding: 2px 12px; border-radius: 17px; font-variant-numeric: tabular-nums; }
.filters button[aria-pressed="true"] { color: light-dark(#fff, #06202b); background: var(--accent); border-color: transparent; }
.results { max-height: min(60vh, 30rem); margin: 0 -16px -16px; overflow: auto; border-top: 1px solid var(--line); }
.result { position: absolute; inset-inline: 0; display: flex; gap: 12px; align-items: center; height: 56px; padding: 0 16px; border-bottom: 1px solid var(--line); }
.which { display: grid; flex: 1; min-width: 0; }
.why { overflow: hidden; font-size: 0.8125rem; color: var(--quiet); text-overflow: ellipsis; white-space: nowrap; }
.state { flex: none; width: 6.75rem; padding: 1px 8px; font-size: 0.8125rem; font-weight: 600; text-align: center; border: 1px solid currentColor; border-radius: 12px; }
.state.IMPORTED { color: light-dark(#14663a, #7fd6a0); }
.state.DUPLICATE { color: var(--quiet); }
.state.QUARANTINED { color: light-dark(#8a5000, #f2b84b); }
.state.REFUSED { color: light-dark(#a3261c, #ff9c92); }
.studies { display: grid; gap: 2px; }
.studies li { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 4px 0; }
@media (max-width: 599px) {
  .drop { padding: 20px 12px; }
  .result { gap: 8px; height: 108px; padding: 0 12px; }
  .result .path { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
  .state { width: auto; }
  .why { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; }
}
`;
