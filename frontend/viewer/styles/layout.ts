/** Tools on top, rail at the left, the picture takes the rest; on a phone the tools and the series go to the bottom. */
export const layout = `
:host {
  display: block;
  position: relative;
  min-height: 320px;
  height: 100%;
  overflow: hidden;
  container-type: inline-size;
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
    "tools tools" auto
    "connection connection" auto
    "rail picture" minmax(0, 1fr) / var(--viewer-rail) minmax(0, 1fr);
}

.frame.no-rail { grid-template-columns: 0 minmax(0, 1fr); }
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

@container (max-width: 699px) {
  .frame, .frame.no-rail {
    grid-template: "connection" auto "picture" minmax(0, 1fr) "rail" auto "tools" auto / minmax(0, 1fr);
  }

  .rail {
    flex-direction: row;
    padding: calc(1.5 * var(--viewer-space)) calc(2 * var(--viewer-space));
    overflow: auto hidden;
    border-right: 0;
    border-top: 1px solid var(--viewer-line);
  }

  .single-series .rail { display: none; }

  .toolbar {
    flex-wrap: nowrap;
    justify-content: space-between;
    min-height: 52px;
    padding-bottom: env(safe-area-inset-bottom);
    border-bottom: 0;
    border-top: 1px solid var(--viewer-line);
  }
}
`;
