/** Cells of the layout: notes above, the picture below them. */
export const cells = `
.cell {
  position: relative;
  display: grid;
  grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
  min-width: 0;
  min-height: 0;
  container-type: inline-size;
  overflow: hidden;
  background: var(--viewer-black);
}

.cell[hidden] { display: none; }

.cell.active::after {
  content: "";
  position: absolute;
  inset: 0;
  border: 2px solid var(--viewer-accent);
  pointer-events: none;
}

.cell[data-target]::after {
  content: "";
  position: absolute;
  inset: 0;
  border: 2px dashed var(--viewer-focus);
  background: rgb(79 179 217 / 12%);
  pointer-events: none;
}

.ghost {
  position: fixed;
  z-index: 5;
  top: 0;
  left: 0;
  display: grid;
  gap: var(--viewer-space);
  width: 92px;
  padding: 5px;
  font-size: var(--viewer-small);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-accent);
  border-radius: var(--viewer-radius);
  box-shadow: 0 8px 28px rgb(0 0 0 / 60%);
  pointer-events: none;
  opacity: 0.92;
}

.ghost canvas { width: 100%; }
.ghost span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

.lines { position: absolute; inset: 0; width: 100%; height: 100%; overflow: hidden; fill: none; pointer-events: none; }
.lines path { stroke-width: 1.5; }
.lines .halo { stroke: rgb(0 0 0 / 70%); stroke-width: 3.5; }
.lines .active { stroke: var(--viewer-warning); }
.lines .edge-slice { stroke: var(--viewer-warning); stroke-dasharray: 5 5; opacity: 0.75; }
.lines .cross { stroke: var(--viewer-accent); }

.badge {
  position: absolute;
  top: 30px;
  left: 50%;
  display: flex;
  gap: 4px;
  align-items: center;
  max-width: calc(100% - 60px);
  padding: 1px 8px 1px 5px;
  font-size: var(--viewer-small);
  color: var(--viewer-accent);
  background: rgb(16 19 22 / 78%);
  border-radius: 999px;
  transform: translateX(-50%);
  pointer-events: none;
}

.badge span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.badge .icon { flex: none; width: 14px; height: 14px; }
.badge.unsure { color: var(--viewer-warning); }

.view { grid-row: 2; position: relative; min-height: 0; overflow: hidden; }

.notes {
  grid-row: 1;
  max-height: 30vh;
  overflow: auto;
  padding: var(--viewer-space) calc(2 * var(--viewer-space));
  background: var(--viewer-surface);
  border-bottom: 1px solid var(--viewer-line);
  color: var(--viewer-warning);
}

.notes p { display: flex; gap: var(--viewer-space); align-items: center; margin: 0; }
.notes .icon { flex: none; width: 18px; height: 18px; }

.viewport {
  position: absolute;
  top: 0;
  left: 0;
  width: 100%;
  height: 100%;
  transform-origin: 0 0;
  overflow: hidden;
  outline: none;
  user-select: none;
  -webkit-user-select: none;
  touch-action: none;
}

.viewport canvas { display: block; }
.viewport.blank canvas { visibility: hidden; }
.viewport[data-tool="window"] { cursor: crosshair; }
.viewport[data-tool="scroll"] { cursor: ns-resize; }
.viewport[data-tool="zoom"] { cursor: zoom-in; }
.viewport[data-tool="pan"] { cursor: grab; }
.viewport[data-tool="crosshairs"], .viewport[data-drawing] { cursor: crosshair; }
.viewport.ringed { outline: 2px solid var(--viewer-focus); outline-offset: -2px; }
`;
