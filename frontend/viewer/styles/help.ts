/** The dialog of shortcuts. */
export const help = `
dialog.help {
  width: min(920px, calc(100vw - 24px));
  max-height: min(86vh, calc(100vh - 24px));
  padding: 0;
  overflow: auto;
  color: var(--viewer-text);
  background: var(--viewer-surface);
  border: 1px solid var(--viewer-line);
  border-radius: calc(2 * var(--viewer-radius));
  box-shadow: 0 16px 60px rgb(0 0 0 / 70%);
}

dialog.help::backdrop { background: rgb(0 0 0 / 60%); }

.help-head {
  position: sticky;
  top: 0;
  display: flex;
  align-items: center;
  justify-content: space-between;
  padding: calc(2 * var(--viewer-space)) calc(2 * var(--viewer-space)) calc(2 * var(--viewer-space))
    calc(5 * var(--viewer-space));
  background: var(--viewer-surface);
  border-bottom: 1px solid var(--viewer-line);
}

.help h2 { margin: 0; font-size: var(--viewer-large); }
.help-head .tool { flex: none; width: 44px; height: 44px; }

.help-groups {
  columns: 3 250px;
  column-gap: calc(8 * var(--viewer-space));
  padding: calc(4 * var(--viewer-space)) calc(5 * var(--viewer-space));
}

.help section { break-inside: avoid; margin-bottom: calc(5 * var(--viewer-space)); }
.help h3 { margin: 0 0 var(--viewer-space); font-size: var(--viewer-small); color: var(--viewer-accent); }
.help dl { margin: 0; }

.help dl div {
  display: flex;
  gap: calc(2 * var(--viewer-space));
  align-items: baseline;
  justify-content: space-between;
  padding: 4px 0;
  border-bottom: 1px solid var(--viewer-raised);
}

.help dd { display: flex; flex: none; gap: 4px; align-items: center; margin: 0; color: var(--viewer-muted); }
.help kbd { padding: 0 5px; color: var(--viewer-text); background: var(--viewer-raised); }
`;
