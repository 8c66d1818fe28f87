/** The panel of enhancements, the swatches of the palettes and the bar that tells what a colour means. */
export const enhanceStyles = `
.menu.enhance { width: 300px; }
.menu-item.switch:has(.swatch) { grid-template-columns: minmax(0, 1fr) auto; }
.swatch { width: 84px; height: 12px; border: 1px solid var(--viewer-line); border-radius: 3px; }

.slider {
  display: grid;
  grid-template-columns: 84px minmax(0, 1fr) 34px;
  gap: calc(2 * var(--viewer-space));
  align-items: center;
  min-height: 34px;
  padding: 0 calc(2 * var(--viewer-space));
}

.slider input { width: 100%; margin: 0; accent-color: var(--viewer-accent); cursor: pointer; }
.slider input:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 2px; }
.slider .numbers { color: var(--viewer-muted); font-variant-numeric: tabular-nums; text-align: right; }

.colour-bar {
  position: absolute;
  top: 50%;
  right: 30px;
  display: grid;
  grid-template: auto minmax(0, 1fr) / auto 12px;
  gap: 2px 6px;
  height: min(40%, 260px);
  font-size: var(--viewer-small);
  font-variant-numeric: tabular-nums;
  text-shadow: 1px 0 #000, -1px 0 #000, 0 1px #000, 0 -1px #000, 0 0 4px #000;
  pointer-events: none;
  transform: translateY(-50%);
}

.colour-bar .unit { grid-column: 1 / -1; text-align: right; min-height: 1em; }
.colour-bar .scale { display: flex; flex-direction: column; justify-content: space-between; text-align: right; }
.colour-bar .colours { border: 1px solid var(--viewer-line); border-radius: 2px; }
.view:has(.colour-bar) .edge.right { right: 100px; }

@media (pointer: coarse) {
  .slider { min-height: 44px; }
  .slider input { height: 44px; }
}

@container viewer (max-width: 699px) {
  .menu.enhance { width: auto; }
}
`;
