/** The attributes of an object: at the right of the picture, over all of it on a phone. */
export const tagBrowserStyles = `
.tag-panel {
  grid-area: picture;
  z-index: 2;
  justify-self: end;
  display: flex;
  flex-direction: column;
  width: min(660px, 100%);
  min-height: 0;
  background: var(--viewer-surface);
  border-left: 1px solid var(--viewer-line);
  box-shadow: -8px 0 28px rgb(0 0 0 / 50%);
}

.tag-panel header {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto auto;
  gap: var(--viewer-space);
  align-items: center;
  padding: var(--viewer-space) calc(2 * var(--viewer-space)) calc(2 * var(--viewer-space)) calc(3 * var(--viewer-space));
  border-bottom: 1px solid var(--viewer-line);
}

.tag-panel h2 { margin: 0; font-size: var(--viewer-large); font-weight: 600; }

.tag-panel input {
  grid-column: 1 / -1;
  min-height: 36px;
  padding: 0 calc(2 * var(--viewer-space));
  font: inherit;
  color: var(--viewer-text);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: var(--viewer-radius);
}

.tag-panel input:focus-visible, .tag-list:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: -2px; }
.tag-panel > .detail, .tag-list > .detail { margin: 0; padding: calc(4 * var(--viewer-space)); color: var(--viewer-muted); }
.tag-list { flex: 1; min-height: 0; overflow: auto; scrollbar-width: thin; scrollbar-color: var(--viewer-line) transparent; }
.tag-list table { width: 100%; border-collapse: collapse; font-size: var(--viewer-small); }

.tag-list th {
  position: sticky;
  z-index: 1;
  top: 0;
  padding: var(--viewer-space) calc(2 * var(--viewer-space));
  font-weight: 600;
  text-align: left;
  color: var(--viewer-muted);
  background: var(--viewer-surface);
  box-shadow: inset 0 -1px var(--viewer-line);
}

.tag-list td { padding: 3px calc(2 * var(--viewer-space)); vertical-align: top; border-bottom: 1px solid var(--viewer-raised); }
.tag-list tr:hover td { background: var(--viewer-raised); }

.tag-list .tag {
  position: relative;
  padding-left: calc(26px + var(--depth) * 14px);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}

.tag-list td:nth-child(2) { overflow-wrap: anywhere; min-width: 120px; }
.tag-list td:nth-child(3) { color: var(--viewer-muted); }
.tag-list .value div { display: flex; gap: var(--viewer-space); align-items: flex-start; justify-content: space-between; }
.tag-list .value span { min-width: 0; overflow-wrap: anywhere; white-space: pre-wrap; user-select: text; }
.tag-list .private td { color: var(--viewer-muted); }

.private-mark {
  margin-left: 6px;
  padding: 0 5px;
  font-size: 11px;
  border: 1px solid var(--viewer-line);
  border-radius: 3px;
  white-space: nowrap;
}

.fold {
  position: absolute;
  top: 0;
  left: calc(2px + var(--depth) * 14px);
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
}

.fold .icon { width: 14px; height: 14px; transition: transform 0.1s; }
.fold[aria-expanded="true"] .icon { transform: rotate(90deg); }
.tag-list .tool { flex: none; width: 24px; height: 24px; margin: -3px 0; opacity: 0; }
.tag-list .tool .icon { width: 14px; height: 14px; }
.tag-list tr:hover .tool, .tag-list .tool:focus-visible { opacity: 1; }

@media (pointer: coarse) {
  .tag-panel header .tool { width: 44px; height: 44px; }
  .tag-list td { padding-block: 12px; }
  .tag-list .tool { width: 44px; height: 44px; margin: -12px 0; opacity: 0.7; }
  .fold { width: 40px; height: 44px; left: calc(var(--depth) * 14px); }
  .tag-list .tag { padding-left: calc(40px + var(--depth) * 14px); }
}

@container viewer (max-width: 699px) {
  .tag-panel { border-left: 0; }
  .tag-panel header .tool { flex: none; width: 44px; height: 44px; }
  .tag-list .tool { flex: none; width: 44px; height: 44px; }
  .tag-list table, .tag-list tbody { display: block; }
  .tag-list thead { display: none; }
  .tag-list tr { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; border-bottom: 1px solid var(--viewer-line); }
  .tag-list td { border: 0; padding-block: 6px 0; }
  .tag-list .value { grid-column: 1 / -1; padding: 0 8px 6px calc(40px + var(--depth) * 14px); }
  .tag-list .fold { width: 40px; height: 36px; left: calc(var(--depth) * 14px); }
  .tag-list .tag { padding-left: calc(40px + var(--depth) * 14px); }
}
`;
