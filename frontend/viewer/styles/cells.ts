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
.viewport[data-tool="length"], .viewport[data-tool="angle"] { cursor: crosshair; }
.viewport.ringed { outline: 2px solid var(--viewer-focus); outline-offset: -2px; }
`;
