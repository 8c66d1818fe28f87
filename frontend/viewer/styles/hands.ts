/** Export, printing, magnifier and settings. */
export const handsStyles = `
.head-tools { display: flex; gap: var(--viewer-space); }
dialog.modal { width: min(560px, calc(100vw - 24px)); font-size: var(--viewer-normal); }
dialog.keys-help { width: min(920px, calc(100vw - 24px)); }
.modal-scroll { flex: 0 1 auto; min-height: 0; overflow: hidden auto; }
dialog.save-picture { width: min(720px, calc(100vw - 24px)); }
dialog.settings { width: min(1020px, calc(100vw - 24px)); }
dialog.modal[open] { display: flex; flex-direction: column; overflow: hidden; }
.modal .help-head { flex: none; }
.modal-body { display: grid; flex: 0 1 auto; grid-auto-rows: max-content; gap: calc(4 * var(--viewer-space)); min-height: 0; padding: calc(4 * var(--viewer-space)) calc(5 * var(--viewer-space)); overflow: hidden auto; }
.modal-body.with-preview { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start; }
.choices { display: grid; gap: calc(3 * var(--viewer-space)); }
.preview p { margin: calc(2 * var(--viewer-space)) 0 0; font-size: var(--viewer-small); color: var(--viewer-muted); }

.preview-picture {
  display: grid;
  place-items: center;
  height: min(320px, 42vh);
  padding: 2px;
  background: var(--viewer-black);
  border: 1px solid var(--viewer-line);
  border-radius: var(--viewer-radius);
}

.preview-picture canvas { max-width: 100%; max-height: min(314px, calc(42vh - 6px)); }

.modal-foot {
  display: flex;
  flex: none;
  gap: calc(2 * var(--viewer-space));
  align-items: center;
  justify-content: flex-end;
  padding: calc(3 * var(--viewer-space)) calc(5 * var(--viewer-space));
  border-top: 1px solid var(--viewer-line);
}

.modal .text-button { display: flex; gap: calc(1.5 * var(--viewer-space)); align-items: center; flex: none; min-height: 40px; }
.modal .text-button .icon { width: 18px; height: 18px; }
.modal .text-button.quiet { color: var(--viewer-text); border-color: var(--viewer-line); }
.modal .text-button:disabled { opacity: 0.45; }
.modal .outcome { flex: 1; margin: 0; color: var(--viewer-muted); }
.modal .outcome.bad { color: var(--viewer-warning); }
.modal .hint { margin: 0; font-size: var(--viewer-small); color: var(--viewer-muted); }
.modal .option-set { display: flex; flex-wrap: wrap; gap: 0 calc(4 * var(--viewer-space)); margin: 0; padding: 0; border: 0; }
.modal .option-set.upright { display: grid; }
.modal legend { padding: 0; margin-bottom: var(--viewer-space); font-size: var(--viewer-small); color: var(--viewer-accent); }
.option { display: flex; gap: calc(2 * var(--viewer-space)); align-items: center; min-height: 34px; }
.option input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--viewer-accent); }
.option:has(:disabled) { opacity: 0.5; }
.with-number { display: flex; gap: calc(2 * var(--viewer-space)); align-items: center; }
.side-by-side { display: grid; grid-template-columns: 1fr 1fr; gap: calc(4 * var(--viewer-space)); }
.side-by-side .select { display: grid; gap: var(--viewer-space); }
.side-by-side .select > span { font-size: var(--viewer-small); color: var(--viewer-accent); }
.select > span:first-child { flex: 1; }
.select { display: flex; gap: calc(3 * var(--viewer-space)); align-items: center; justify-content: space-between; min-height: 40px; padding-block: 2px; }

.modal select, .modal input[type="number"] {
  min-height: 36px;
  min-width: 0;
  padding: 0 calc(2 * var(--viewer-space));
  font: inherit;
  color: var(--viewer-text);
  background: var(--viewer-raised);
  border: 1px solid #6b7882;
  border-radius: var(--viewer-radius);
}

.modal input[type="number"] { width: 72px; }
.modal :is(select, input, .modal-scroll):focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 1px; }
.help.settings section { margin: 0 0 calc(4 * var(--viewer-space)); }
.settings-columns { columns: 2 320px; column-gap: calc(8 * var(--viewer-space)); }
.settings h4 { margin: 0 0 var(--viewer-space); font-size: var(--viewer-small); font-weight: 400; color: var(--viewer-muted); }
.key-groups { columns: 3 270px; column-gap: calc(8 * var(--viewer-space)); }
.key-group { margin-bottom: calc(4 * var(--viewer-space)); }

.key-row {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--viewer-space);
  align-items: center;
  min-height: 36px;
  break-inside: avoid;
  border-bottom: 1px solid var(--viewer-raised);
}

.key-row.asked { background: var(--viewer-raised); border-radius: var(--viewer-radius); }
.key-label { flex: 1; min-width: 40%; }
.key-button { position: relative; display: flex; gap: 4px; align-items: center; justify-content: flex-end; min-width: 48px; min-height: 32px; padding: 0 6px; border: 1px solid transparent; }
.key-button:hover, .asked .key-button { background: var(--viewer-hover); border-color: var(--viewer-line); }
.only-heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.no-key { color: var(--viewer-muted); }
.small-text { min-height: 28px; padding: 0 6px; font-size: var(--viewer-small); color: var(--viewer-accent); }
.small-text:hover { background: var(--viewer-hover); }
.key-question { display: flex; flex-basis: 100%; flex-wrap: wrap; gap: 4px; align-items: center; margin: 0; padding: 4px 6px; font-size: var(--viewer-small); color: var(--viewer-warning); }

.magnifier {
  position: absolute;
  z-index: 2;
  top: 0;
  left: 0;
  width: 240px;
  height: 240px;
  overflow: hidden;
  background: var(--viewer-black);
  border: 2px solid var(--viewer-accent);
  border-radius: 50%;
  box-shadow: 0 0 0 1px #000, 0 8px 28px rgb(0 0 0 / 70%);
  pointer-events: none;
}

.magnifier[hidden] { display: none; }
.magnifier canvas { display: block; width: 100%; height: 100%; }
.viewport[data-tool="magnify"] { cursor: zoom-in; }
.menu-item:disabled { opacity: 0.45; }
.menu-item.with-icon { color: inherit; }
.frame > .toolbar .at-end .menu { right: 0; left: auto; }

@container viewer (min-width: 700px) and (max-width: 1479px) and (min-height: 500px) {
  .toolbar .tool:not(.back) { width: 34px; }
}

@container viewer (max-width: 699px) or (max-height: 499px) {
  .tool[data-tool="export"], .tool[data-tool="settings"], .tool[data-tool="screen"] { order: 1; }
  .frame > .toolbar .at-end .menu { right: -1px; left: -1px; }
}

@media (pointer: coarse) {
  .option, .key-row { min-height: 44px; }
  .modal select, .key-button, .modal .text-button { min-height: 44px; }
}

@media (max-width: 640px) {
  .modal-body { padding: calc(3 * var(--viewer-space)) calc(4 * var(--viewer-space)); }
  .modal-body.with-preview { grid-template-columns: minmax(0, 1fr); }
  .preview-picture { height: 150px; }
  .preview-picture canvas { max-height: 144px; }
  .modal-foot { flex-wrap: wrap; padding: calc(2 * var(--viewer-space)) calc(4 * var(--viewer-space)); }
  .modal-foot .outcome:not(:empty) { flex-basis: 100%; }
}
`;
