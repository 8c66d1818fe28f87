/** On a phone the tools that do not fit wait in a panel. Upright the tools are at the bottom, lying at the left. */
export const phone = `
@container viewer (max-width: 699px) or (max-height: 499px) {
  .group + .group, .secondary > .group { margin: 0; padding: 0; border: 0; }
  .group, .menu-anchor { display: contents; }
  .tool, .tool.back { flex: 1 1 0; width: auto; min-width: 0; max-width: 60px; height: 46px; padding: 0; }
  .tool.back span { display: none; }
  .secondary .tool { flex: none; width: 44px; }
  .tool[data-tool="second"] { display: none; }
  .menu-item { padding-block: 11px; }
  .menu kbd { visibility: hidden; }

  .secondary {
    display: none;
    position: absolute;
    z-index: 3;
    flex-wrap: wrap;
    gap: 2px;
    padding: var(--viewer-space);
    background: var(--viewer-raised);
    border: 1px solid var(--viewer-line);
    border-radius: calc(var(--viewer-radius) + 2px);
    box-shadow: 0 8px 28px rgb(0 0 0 / 60%);
  }

  .secondary.open { display: flex; }
  .menu.tiles { grid-template-columns: repeat(2, 1fr); }
  .secondary .menu, .secondary .menu.tiles { right: -1px; left: -1px; width: auto; min-height: calc(100% + 2px); }
  .series { width: 72px; padding: 3px; }
  .series-title, .series-count { display: none; }
  .single-series .rail { display: none; }
}

@container viewer (max-width: 699px) {
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

  .toolbar {
    flex-wrap: nowrap;
    justify-content: space-between;
    min-height: 52px;
    padding-bottom: env(safe-area-inset-bottom);
    border-bottom: 0;
    border-top: 1px solid var(--viewer-line);
  }

  .menu { top: auto; bottom: 60px; left: 8px; right: 8px; width: auto; max-height: 60cqh; }
  .secondary { right: 8px; bottom: 60px; left: 8px; }
  .secondary .menu, .secondary .menu.tiles { bottom: -1px; }
}

@container viewer (min-width: 700px) and (max-height: 499px) {
  .frame, .frame.no-rail { grid-template: "tools connection connection" auto "tools rail picture" minmax(0, 1fr) / auto auto minmax(0, 1fr); }
  .frame.no-rail { grid-template-columns: auto 0 minmax(0, 1fr); }
  .rail { width: 88px; }

  .toolbar {
    flex-flow: column nowrap;
    width: 56px;
    min-height: 0;
    padding: var(--viewer-space) env(safe-area-inset-right) var(--viewer-space) env(safe-area-inset-left);
    border-right: 1px solid var(--viewer-line);
    border-bottom: 0;
  }

  .tool, .tool.back { width: 46px; height: auto; min-height: 0; max-height: 46px; }
  .secondary .tool { height: 44px; }
  .menu { top: 8px; left: 64px; width: 280px; max-height: calc(100cqh - 16px); }
  .secondary { top: 8px; left: 64px; max-width: 346px; }
  .secondary .menu, .secondary .menu.tiles { top: -1px; }
}
`;
