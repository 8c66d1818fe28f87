/** What files lay over pictures or hold besides them: the menu of saved looks, reports and films. */
export const objectStyles = `
.menu.layers .detail { display: block; color: var(--viewer-muted); font-size: var(--viewer-small); overflow-wrap: anywhere; }
.menu.layers .menu-item { overflow-wrap: anywhere; text-align: start; }

.film { flex: 1; width: 100%; min-height: 0; background: #000; border-radius: var(--viewer-radius); }
.film:focus-visible, .report:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 2px; }

.report {
  flex: 1;
  box-sizing: border-box;
  width: min(100%, 860px);
  margin: 0 auto;
  min-height: 0;
  padding: calc(5 * var(--viewer-space)) calc(6 * var(--viewer-space));
  overflow: auto;
  font-size: var(--viewer-large);
  line-height: 1.55;
  color: var(--viewer-text);
  background: var(--viewer-surface);
  border: 1px solid var(--viewer-line);
  border-radius: calc(2 * var(--viewer-radius));
  overflow-wrap: anywhere;
}

.report p, .report h2, .report h3, .report h4, .report h5, .report h6, .report ul { margin: 0; }
.report h2 { font-size: 20px; line-height: 1.3; }
.report h3 { margin-top: calc(5 * var(--viewer-space)); font-size: 17px; }
.report h4, .report h5, .report h6 { margin-top: calc(3 * var(--viewer-space)); font-size: var(--viewer-large); }
.report h5, .report h6 { color: var(--viewer-muted); }
.report .detail { color: var(--viewer-muted); font-size: var(--viewer-normal); }

.report-head { padding-bottom: calc(3 * var(--viewer-space)); border-bottom: 1px solid var(--viewer-line); }
.report-state { display: flex; flex-wrap: wrap; gap: 2px calc(3 * var(--viewer-space)); margin-top: var(--viewer-space); color: var(--viewer-muted); }
.report-state .unsure, .report-cut { color: var(--viewer-warning); }
.report-cut { margin-top: calc(3 * var(--viewer-space)); }
.report-cut .icon { width: 16px; height: 16px; vertical-align: -3px; }

.report-item, .report-words { margin-top: calc(2 * var(--viewer-space)); }
.report-item.aside { margin-top: 2px; font-size: var(--viewer-normal); }
.report-below { padding-left: calc(4 * var(--viewer-space)); border-left: 2px solid var(--viewer-line); }
.report-below .report-item { margin-top: 2px; }
.report-value, .report-words { white-space: pre-wrap; }
.report-name { color: var(--viewer-muted); }
.report-told { color: var(--viewer-muted); font-style: italic; }
.report-absent { color: var(--viewer-muted); }

.report-table { width: 100%; margin-top: calc(2 * var(--viewer-space)); border-collapse: collapse; font-variant-numeric: tabular-nums; }
.report-table th, .report-table td { padding: calc(1.5 * var(--viewer-space)) calc(2 * var(--viewer-space)); text-align: start; vertical-align: top; border-bottom: 1px solid var(--viewer-line); }
.report-table thead th { color: var(--viewer-muted); font-size: var(--viewer-normal); font-weight: 500; }
.report-table tbody th { font-weight: 500; }
.report-table .number { text-align: end; overflow-wrap: normal; }
.report-table .report-item { margin-top: 0; font-size: var(--viewer-normal); }

.report-images { display: flex; flex-wrap: wrap; gap: var(--viewer-space) calc(2 * var(--viewer-space)); padding: 0; margin-top: calc(2 * var(--viewer-space)) !important; list-style: none; }
.report-link {
  min-height: 28px;
  padding: 0 calc(2 * var(--viewer-space));
  font: inherit;
  font-size: var(--viewer-normal);
  color: var(--viewer-accent);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: var(--viewer-radius);
  cursor: pointer;
}
.report-link:hover { background: var(--viewer-accent-quiet); }

@media (pointer: coarse) {
  .report-link { min-height: 44px; padding: 0 calc(4 * var(--viewer-space)); }
}

@container (max-width: 699px) {
  .report { padding: calc(3 * var(--viewer-space)); }
  .documents:has(.report) { padding: calc(2 * var(--viewer-space)); }
}
`;
