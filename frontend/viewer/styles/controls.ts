/** Buttons, the preset menu and the series of the rail. */
export const controls = `
button {
  font: inherit;
  color: inherit;
  background: none;
  border: 0;
  border-radius: var(--viewer-radius);
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}

a { color: inherit; text-decoration: none; border-radius: var(--viewer-radius); }

button:focus-visible, a:focus-visible, .scroll-bar:focus-visible {
  outline: 2px solid var(--viewer-focus);
  outline-offset: -2px;
}

button:disabled { opacity: 0.4; cursor: default; }

.icon { display: block; width: 22px; height: 22px; }

.group { display: flex; align-items: center; gap: 2px; }

.secondary { display: contents; }

.group + .group, .secondary > .group {
  margin-left: calc(1.5 * var(--viewer-space));
  padding-left: calc(1.5 * var(--viewer-space));
  border-left: 1px solid var(--viewer-line);
}

.only-narrow { display: none; }

.tool {
  display: grid;
  place-items: center;
  width: var(--viewer-button);
  height: var(--viewer-button);
  color: var(--viewer-muted);
}

.tool.back {
  grid-auto-flow: column;
  gap: calc(1.5 * var(--viewer-space));
  width: auto;
  padding: 0 calc(2.5 * var(--viewer-space)) 0 calc(2 * var(--viewer-space));
}

.tool:hover:not(:disabled), .series:hover { background: var(--viewer-hover); color: var(--viewer-text); }

.tool[aria-pressed="true"], .tool[aria-expanded="true"], .tool.lit {
  background: var(--viewer-accent-quiet);
  color: var(--viewer-accent);
}

.menu-anchor { position: relative; }

.menu {
  position: absolute;
  z-index: 3;
  top: calc(100% + 6px);
  left: 0;
  width: 260px;
  max-height: 70vh;
  overflow-y: auto;
  padding: var(--viewer-space);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: calc(var(--viewer-radius) + 2px);
  box-shadow: 0 8px 28px rgb(0 0 0 / 60%);
}

.menu-item {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto 22px;
  gap: calc(2 * var(--viewer-space));
  align-items: center;
  width: 100%;
  padding: 7px calc(2 * var(--viewer-space));
  text-align: left;
}

.menu-item:hover { background: var(--viewer-hover); }
.menu-item[aria-checked="true"] { color: var(--viewer-accent); background: var(--viewer-accent-quiet); }
.menu-item .numbers { color: var(--viewer-muted); font-variant-numeric: tabular-nums; }

.menu hr { height: 1px; margin: var(--viewer-space) 0; background: var(--viewer-line); border: 0; }
.menu-item.switch { grid-template-columns: minmax(0, 1fr) 20px; min-height: 36px; }
.switch .mark .icon { width: 18px; height: 18px; }

.menu.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2px; width: 248px; }
.menu-item.tile { grid-template-columns: 1fr; gap: 2px; justify-items: center; padding: 7px 2px; text-align: center; }
.tile .icon { width: 30px; height: 30px; }
.tile span { font-size: var(--viewer-small); font-variant-numeric: tabular-nums; }

kbd {
  justify-self: end;
  min-width: 18px;
  padding: 0 4px;
  font: 11px/18px var(--viewer-font);
  text-align: center;
  color: var(--viewer-muted);
  border: 1px solid var(--viewer-line);
  border-radius: 4px;
}

kbd:empty { visibility: hidden; }

.series {
  flex: none;
  display: grid;
  gap: 1px;
  width: 100%;
  padding: calc(1.5 * var(--viewer-space));
  text-align: left;
  border: 1px solid transparent;
}

.series[aria-current="true"] { background: var(--viewer-accent-quiet); border-color: var(--viewer-accent); }

.series.shown:not([aria-current="true"]) { border-color: var(--viewer-line); }
.series.shown .series-title::before { content: "● "; color: var(--viewer-accent); font-size: 9px; }

.thumbnail {
  position: relative;
  display: grid;
  place-items: center;
  width: 100%;
  aspect-ratio: 1;
  margin-bottom: 3px;
  overflow: hidden;
  color: var(--viewer-muted);
  background: var(--viewer-black);
  border-radius: 4px;
}

.thumbnail canvas { width: 100%; height: 100%; }
.thumbnail .icon { width: 34px; height: 34px; }

.modality {
  position: absolute;
  left: 4px;
  bottom: 4px;
  padding: 0 5px;
  font-size: 11px;
  line-height: 16px;
  color: var(--viewer-text);
  background: rgb(0 0 0 / 72%);
  border-radius: 3px;
}

.series-title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: var(--viewer-small); }
.series-count { font-size: var(--viewer-small); color: var(--viewer-muted); }

.skeleton {
  width: 100%;
  height: 100%;
  background: var(--viewer-raised);
  animation: breathe 1.4s ease-in-out infinite alternate;
}

@keyframes breathe { to { background: var(--viewer-hover); } }

@container viewer (max-width: 899px) {
  .tool.back span { display: none; }
}
`;
