/** Tools on top, rail at the left, the picture takes the rest. */
export const layout = `
:host {
  display: block;
  position: relative;
  min-height: 320px;
  height: 100%;
  overflow: hidden;
  container: viewer / size;
  background: var(--viewer-black);
  color: var(--viewer-text);
  font: var(--viewer-normal)/1.4 var(--viewer-font);
  color-scheme: dark;
}

:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }

.frame {
  display: grid;
  height: 100%;
  grid-template:
    "tools tools tools" auto
    "connection connection connection" auto
    "rail picture panel" minmax(0, 1fr) / var(--viewer-rail) minmax(0, 1fr) auto;
}

.frame.no-rail { grid-template-columns: 0 minmax(0, 1fr) auto; }
.frame.no-rail .rail { display: none; }

.connection { grid-area: connection; }

.picture {
  grid-area: picture;
  position: relative;
  display: grid;
  gap: 2px;
  min-width: 0;
  min-height: 0;
  overflow: hidden;
  background: var(--viewer-line);
}

.picture[hidden] { display: none; }

.rail {
  grid-area: rail;
  display: flex;
  flex-direction: column;
  gap: var(--viewer-space);
  padding: calc(2 * var(--viewer-space));
  overflow: hidden auto;
  scrollbar-width: thin;
  scrollbar-color: var(--viewer-line) transparent;
  background: var(--viewer-surface);
  border-right: 1px solid var(--viewer-line);
}

.toolbar {
  grid-area: tools;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  min-height: 48px;
  padding: 0 var(--viewer-space);
  background: var(--viewer-surface);
  border-bottom: 1px solid var(--viewer-line);
}
`;
