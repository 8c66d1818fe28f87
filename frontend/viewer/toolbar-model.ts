import type { Commands } from './commands';
import type { EnhanceMenuModel } from './enhance/enhance-menu';
import type { PaletteMenuModel } from './enhance/palette-menu';
import type { Hands } from './hands';
import type { LayoutMenuModel } from './layout-menu';
import type { LineSwitch, LinkMenuModel } from './link-menu';
import type { Links } from './links';
import type { Marks } from './marks';
import type { Menus } from './menus';
import { openSecondWindow } from './other-windows';
import { isAnything } from './overlays/laid-over';
import type { ReferenceLines } from './reference-lines';
import type { LayersMenuModel } from './presentation/layers-menu';
import { CELL_KEYS } from './shortcuts';
import { planeOf } from './slice-search';
import type { BackLink, ScreenModel, ToolbarModel } from './toolbar';

/** What the tool bar belongs to. */
export interface ToolbarParts {
  readonly commands: Commands;
  readonly links: Links;
  readonly lines: ReferenceLines;
  readonly marks: Marks;
  readonly hands: Hands;
  readonly back: BackLink | undefined;
  readonly onChange: () => void;
}

/** What the tool bar shows of the active cell, and what it does there. */
export function toolbarModel(parts: ToolbarParts): ToolbarModel {
  const { commands, back, marks } = parts;
  const { desk, menus, mpr, tags } = commands;
  const { viewport, tools, stack } = desk.active;
  return {
    back,
    active: desk.tool,
    isReady: viewport.image !== undefined,
    isPlaced: viewport.frame !== undefined && planeOf(viewport.frame) !== undefined,
    isInverted: viewport.isInverted,
    hasMeasurements: tools.measurements(stack?.frames ?? []).length > 0,
    presets: commands.presets,
    windowing: viewport.windowing,
    table: viewport.table,
    canWindow: viewport.canWindow,
    layouts: layoutMenuModel(commands, menus),
    links: linkMenuModel(parts),
    exports: parts.hands.exportMenu(menus),
    screen: screenModel(commands),
    keys: commands.hands.settings.keys,
    enhance: enhanceMenuModel(commands, menus),
    palettes: paletteMenuModel(commands, menus),
    layers: layersMenuModel(commands, menus),
    panels: {
      mpr: { isOpen: mpr.mpr !== undefined, onToggle: () => commands.run({ type: 'mpr' }) },
      tags: { isOpen: tags.isOpen, onToggle: () => commands.run({ type: 'tags' }) },
    },
    canUndo: (mpr.mpr?.annotations ?? marks.store).canUndo,
    canRedo: (mpr.mpr?.annotations ?? marks.store).canRedo,
    isKeyImage: viewport.frame !== undefined && marks.isKeyImage(viewport.frame),
    isListOpen: marks.isPanelOpen,
    openMenu: menus.open,
    onTool: (tool) => {
      commands.run({ type: 'tool', tool });
      menus.show(undefined);
    },
    onAction: (action) => commands.act(action),
    onPreset: (preset) => {
      commands.apply(preset);
      menus.show(undefined);
    },
    onMenu: (menu) => menus.show(menu),
    onSecondWindow: openSecondWindow,
  };
}

function enhanceMenuModel(commands: Commands, menus: Menus): EnhanceMenuModel {
  return {
    isOpen: menus.open === 'enhance',
    isUseful: isGrey(commands),
    enhancement: commands.enhancement,
    onToggle: () => menus.toggle('enhance'),
    onChange: (change) => commands.enhance(change),
  };
}

function paletteMenuModel(commands: Commands, menus: Menus): PaletteMenuModel {
  return {
    isOpen: menus.open === 'palette',
    isUseful: isGrey(commands),
    palette: commands.enhancement.palette,
    onToggle: () => menus.toggle('palette'),
    onPalette: (palette) => {
      menus.show(undefined);
      commands.enhance({ palette });
    },
  };
}

function layersMenuModel({ desk }: Commands, menus: Menus): LayersMenuModel {
  const { layers, viewport, stack } = desk.active;
  const over = viewport.frame && layers?.over(viewport.frame);
  return {
    isOpen: menus.open === 'layers',
    hasLayers: over !== undefined && isAnything(over),
    isShown: layers?.isShown ?? true,
    labels: over?.planes.map(({ plane }) => plane.label).filter(Boolean) ?? [],
    states: layers?.states ?? [],
    chosen: layers?.chosen,
    onToggle: () => menus.toggle('layers'),
    onShow: () => layers?.toggle(),
    onState: (state) => {
      menus.show(undefined);
      void layers?.choose(state, stack?.frames ?? []);
    },
  };
}

/** Colours of the file stay what they are. */
function isGrey({ desk }: Commands): boolean {
  return desk.active.viewport.image?.color === false;
}

function screenModel({ hands: { screen } }: Commands): ScreenModel {
  return { isPossible: screen.isPossible, isOn: screen.isOn, onToggle: () => screen.toggle() };
}

function layoutMenuModel({ layout, mpr, hands }: Commands, menus: Menus): LayoutMenuModel {
  return {
    isOpen: menus.open === 'layouts',
    key: hands.settings.keys.inPlaceOf(CELL_KEYS.layout),
    grid: layout.grid,
    grids: layout.offered,
    onToggle: () => menus.toggle('layouts'),
    onGrid: (grid) => {
      menus.show(undefined);
      mpr.leave();
      layout.choose(grid);
    },
  };
}

function linkMenuModel({ commands, links, lines, onChange }: ToolbarParts): LinkMenuModel {
  const { layout, menus } = commands;
  const lineSwitches: Record<LineSwitch, () => void> = {
    lines: () => (lines.isOn = !lines.isOn),
    edges: () => (lines.hasEdges = !lines.hasEdges),
  };
  return {
    isOpen: menus.open === 'links',
    key: commands.hands.settings.keys.inPlaceOf(CELL_KEYS.link),
    isUseful: layout.cells.length > 1,
    isOn: (link) => (link === 'lines' ? lines.isOn : link === 'edges' ? lines.hasEdges : links.isOn(link)),
    onToggle: () => menus.toggle('links'),
    onSwitch: (link) => {
      if (link === 'lines' || link === 'edges') {
        lineSwitches[link]();
        onChange();
      } else {
        links.toggle(link);
      }
    },
  };
}
