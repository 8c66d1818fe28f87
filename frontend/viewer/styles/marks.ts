/** The list of measurements, a sheet from below on a phone, and the questions asked in a dialog. */
export const marks = `
.marks {
  grid-area: panel;
  display: flex;
  flex-direction: column;
  width: 272px;
  min-height: 0;
  background: var(--viewer-surface);
  border-left: 1px solid var(--viewer-line);
}

.marks header {
  display: flex;
  align-items: center;
  justify-content: space-between;
  min-height: 44px;
  padding: 0 calc(2 * var(--viewer-space)) 0 calc(3 * var(--viewer-space));
  border-bottom: 1px solid var(--viewer-line);
}

.marks h2 { margin: 0; font-size: var(--viewer-large); font-weight: 600; }
.marks .none {
  margin: 0;
  padding: calc(4 * var(--viewer-space)) calc(3 * var(--viewer-space));
  color: var(--viewer-muted);
}

.marks .list {
  flex: 1;
  min-height: 0;
  padding: var(--viewer-space);
  overflow: hidden auto;
  scrollbar-width: thin;
  scrollbar-color: var(--viewer-line) transparent;
}

.marks h3 {
  margin: calc(2 * var(--viewer-space)) calc(2 * var(--viewer-space)) var(--viewer-space);
  overflow: hidden;
  font-size: var(--viewer-small);
  font-weight: 400;
  color: var(--viewer-muted);
  text-overflow: ellipsis;
  white-space: nowrap;
}

.marks ul { margin: 0; padding: 0; list-style: none; }


.marks > .text-button { margin: calc(2 * var(--viewer-space)) calc(3 * var(--viewer-space)) 0; }
.marks .mark { position: relative; border-radius: var(--viewer-radius); }
.marks .mark:hover, .marks .mark:focus-within { background: var(--viewer-hover); }
.marks .mark[aria-current="true"] .mark-main > .icon { color: var(--viewer-accent); }
.marks .mark.hidden .mark-text { opacity: 0.55; }

.mark-main {
  display: grid;
  grid-template-columns: 22px minmax(0, 1fr);
  gap: calc(2 * var(--viewer-space));
  width: 100%;
  padding: calc(2 * var(--viewer-space));
  text-align: left;
}

.mark-main .icon { color: var(--viewer-muted); }
.mark-text { display: grid; gap: 1px; overflow-wrap: anywhere; }
.mark-title { font-weight: 600; }
.mark-result { font-variant-numeric: tabular-nums; }
.mark-place { font-size: var(--viewer-small); color: var(--viewer-muted); }

.mark-actions {
  position: absolute;
  top: 4px;
  right: 4px;
  display: flex;
  background: var(--viewer-hover);
  border-radius: var(--viewer-radius);
  opacity: 0;
}

.marks .mark:hover .mark-actions, .marks .mark:focus-within .mark-actions { opacity: 1; }

.small {
  display: grid;
  place-items: center;
  width: 30px;
  height: 30px;
  color: var(--viewer-muted);
}

.small .icon { width: 18px; height: 18px; }
.small:hover { color: var(--viewer-text); background: var(--viewer-raised); }

.viewport.over-figure { cursor: move; }

.menu-item.with-icon { grid-template-columns: 22px minmax(0, 1fr) auto; }
.measure.in-use:not(.has-button) { background: var(--viewer-accent-quiet); color: var(--viewer-accent); }
.group.group.joined { margin-left: 0; padding-left: 0; border-left: 0; }

.mark-notes {
  position: absolute;
  z-index: 1;
  left: 50%;
  bottom: 72px;
  display: grid;
  gap: var(--viewer-space);
  max-width: min(52ch, calc(100% - 24px));
  padding: calc(2 * var(--viewer-space)) calc(3 * var(--viewer-space));
  color: var(--viewer-warning);
  background: rgb(16 19 22 / 92%);
  border: 1px solid var(--viewer-line);
  border-radius: var(--viewer-radius);
  transform: translateX(-50%);
  pointer-events: none;
}

.mark-notes:empty { display: none; }
.mark-notes p { display: flex; gap: calc(2 * var(--viewer-space)); margin: 0; }
.mark-notes .icon { flex: none; width: 18px; height: 18px; }

.question {
  width: min(360px, calc(100vw - 32px));
  padding: calc(5 * var(--viewer-space));
  color: var(--viewer-text);
  background: var(--viewer-raised);
  border: 1px solid var(--viewer-line);
  border-radius: calc(2 * var(--viewer-radius));
  box-shadow: 0 8px 28px rgb(0 0 0 / 60%);
}

.question::backdrop { background: rgb(0 0 0 / 45%); }
.question label { display: grid; gap: calc(2 * var(--viewer-space)); }
.question-title { font-size: var(--viewer-large); font-weight: 600; }

.question input {
  min-height: 40px;
  padding: 0 calc(3 * var(--viewer-space));
  font: inherit;
  font-size: 16px;
  color: var(--viewer-text);
  background: var(--viewer-surface);
  border: 1px solid var(--viewer-muted);
  border-radius: var(--viewer-radius);
}

.question input:focus-visible { outline: 2px solid var(--viewer-focus); outline-offset: 1px; }
.question .problem { min-height: 1.4em; margin: var(--viewer-space) 0; color: var(--viewer-warning); }
.question .answers { display: flex; justify-content: flex-end; gap: calc(2 * var(--viewer-space)); }
.question .quiet { color: var(--viewer-text); border-color: var(--viewer-line); }

@media (pointer: coarse) {
  .mark-actions { position: static; justify-content: flex-end; background: none; opacity: 1; }
  .small { width: 44px; height: 44px; }
  .question .text-button { min-height: 44px; }
}

@container viewer (max-width: 699px) or (max-height: 499px) {
  .group.only-wide { display: none; }
  .measure.in-use.has-button { background: var(--viewer-accent-quiet); color: var(--viewer-accent); }

  .marks {
    position: absolute;
    z-index: 2;
    top: 0;
    right: 0;
    bottom: 0;
    box-shadow: -8px 0 28px rgb(0 0 0 / 60%);
  }
}

@container viewer (max-width: 699px) {
  .mark-notes { bottom: 12px; }
  .marks .mark { display: flex; align-items: center; }
  .mark-main { flex: 1; }
  .measure-menu { display: grid; grid-template-columns: 1fr 1fr; align-content: start; max-height: 75cqh; }
  .measure-menu hr { grid-column: 1 / -1; width: 100%; }
  .measure-menu kbd { display: none; }

  .marks {
    top: auto;
    left: 0;
    bottom: calc(52px + env(safe-area-inset-bottom));
    width: auto;
    max-height: 55%;
    border: 0;
    border-top: 1px solid var(--viewer-line);
    border-radius: calc(2 * var(--viewer-radius)) calc(2 * var(--viewer-radius)) 0 0;
    box-shadow: 0 -8px 28px rgb(0 0 0 / 60%);
  }
}
`;
