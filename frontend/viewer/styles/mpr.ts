/** The three planes: a large one and two beside it; on a phone one at a time. */
export const mprStyles = `
.mpr {
  grid-area: picture;
  --plane-axial: #ff8d7a;
  --plane-coronal: #7fd88f;
  --plane-sagittal: #7db4ff;
  display: grid;
  grid-template-rows: auto auto minmax(0, 1fr);
  min-width: 0;
  min-height: 0;
  background: var(--viewer-black);
}

.mpr .notes { grid-area: 2 / 1; }
.mpr .planes { grid-area: 3 / 1; }

.planes {
  position: relative;
  display: grid;
  grid-template: repeat(2, minmax(0, 1fr)) / minmax(0, 1.6fr) minmax(0, 1fr);
  gap: 2px;
  min-height: 0;
  background: var(--viewer-line);
}

.plane { position: relative; min-width: 0; min-height: 0; overflow: hidden; background: var(--viewer-black); }
.plane:first-child { grid-row: span 2; }
.plane .view { position: absolute; inset: 0; container-type: inline-size; }
.plane .view > .spinner { position: absolute; top: calc(50% - 14px); left: calc(50% - 14px); }
.plane.active::after {
  content: "";
  position: absolute;
  inset: 0;
  border: 1px solid var(--viewer-accent);
  pointer-events: none;
}

.maximised .planes { grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
.maximised .plane:not(.active) { display: none; }

.plane-name {
  position: absolute;
  top: 10px;
  right: 26px;
  padding: 0 8px;
  font-weight: 600;
  line-height: 20px;
  color: var(--viewer-black);
  border-radius: 10px;
  pointer-events: none;
}

.plane.axial .plane-name { background: var(--plane-axial); }
.plane.coronal .plane-name { background: var(--plane-coronal); }
.plane.sagittal .plane-name { background: var(--plane-sagittal); }

.cross-lines { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.cross-lines path { fill: none; stroke-width: 1.25; }
.cross-lines .halo { stroke: rgb(0 0 0 / 55%); stroke-width: 3; }
.cross-lines .axial { stroke: var(--plane-axial); }
.cross-lines .coronal { stroke: var(--plane-coronal); }
.cross-lines .sagittal { stroke: var(--plane-sagittal); }
.cross-lines .slab { stroke-dasharray: 5 5; stroke-width: 1; opacity: 0.8; }

.viewport[data-cross="both"] { cursor: move; }
.viewport[data-cross="column"] { cursor: ew-resize; }
.viewport[data-cross="row"] { cursor: ns-resize; }

.mpr-bar {
  grid-area: 1 / 1;
  display: flex;
  flex-wrap: wrap;
  gap: calc(2 * var(--viewer-space));
  align-items: center;
  min-height: 44px;
  padding: 2px calc(2 * var(--viewer-space));
  background: var(--viewer-surface);
  border-bottom: 1px solid var(--viewer-line);
}

.mpr-bar .choice { align-self: center; }
.mpr-bar input[type="range"] { width: 110px; margin: 0; accent-color: var(--viewer-accent); cursor: pointer; }
.mpr-bar .millimetres { min-width: 5ch; font-variant-numeric: tabular-nums; }
.mpr-bar .place { margin-left: auto; color: var(--viewer-muted); font-variant-numeric: tabular-nums; white-space: pre; }
.mpr-bar .loading { display: flex; gap: var(--viewer-space); align-items: center; color: var(--viewer-muted); }
.mpr-bar progress { width: 90px; height: 6px; accent-color: var(--viewer-accent); }
.mpr-bar select:focus-visible, .mpr-bar input:focus-visible {
  outline: 2px solid var(--viewer-focus);
  outline-offset: 1px;
}
.mpr-bar .tabs { display: none; }

.tab { min-height: 36px; padding: 0 10px; color: var(--viewer-muted); }
.tab[aria-pressed="true"] { color: var(--viewer-accent); background: var(--viewer-accent-quiet); }

.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.refusal {
  grid-area: picture;
  z-index: 2;
  align-self: start;
  justify-self: center;
  display: flex;
  gap: calc(3 * var(--viewer-space));
  align-items: center;
  width: min(560px, calc(100% - 32px));
  margin-top: 12px;
  padding: calc(3 * var(--viewer-space)) calc(4 * var(--viewer-space));
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: calc(var(--viewer-radius) + 2px);
  box-shadow: 0 8px 28px rgb(0 0 0 / 60%);
}

.refusal p { flex: 1; margin: 0; }
.refusal .icon { flex: none; color: var(--viewer-warning); }

@media (pointer: coarse) {
  .mpr-bar .tool, .tab { min-width: 44px; min-height: 44px; }
  .mpr-bar .choice { min-height: 44px; }
  .mpr-bar input[type="range"] { height: 44px; }
}

@container viewer (max-width: 699px) {
  .mpr-bar { display: grid; grid-template-columns: auto minmax(0, 1fr) auto 44px; gap: 0 var(--viewer-space); }
  .mpr-bar .tabs { grid-area: 1 / 1 / 2 / 4; display: flex; }
  .mpr-bar .tool { grid-area: 1 / 4; width: 44px; height: 44px; }
  .mpr-bar .slab { grid-area: 2 / 1; }
  .mpr-bar .slab .choice { max-width: 168px; }
  .mpr-bar input[type="range"] { grid-area: 2 / 2; width: 100%; }
  .mpr-bar .millimetres { grid-area: 2 / 3 / 3 / 5; justify-self: end; }
  .mpr-bar .place { grid-area: 2 / 2 / 3 / 5; justify-self: end; font-size: var(--viewer-small); }
  .mpr-bar .millimetres ~ .place { grid-area: 3 / 1 / 4 / 5; justify-self: start; }
  .mpr-bar .loading { grid-area: 4 / 1 / 5 / 5; }
  .plane-name { display: none; }
  .planes, .maximised .planes { grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
  .plane:first-child { grid-row: auto; }
  .plane:not(.active) { display: none; }
  .plane.active::after { border: 0; }
}
`;
