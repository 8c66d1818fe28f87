import type { Commands } from './commands';
import type { LayoutMenuModel } from './layout-menu';
import type { LineSwitch, LinkMenuModel } from './link-menu';
import type { Links } from './links';
import type { Marks } from './marks';
import type { Menus } from './menus';
import { openSecondWindow } from './other-windows';
import type { ReferenceLines } from './reference-lines';
import { planeOf } from './slice-search';
import type { BackLink, ToolbarModel } from './toolbar';

/** What the tool bar belongs to. */
export interface ToolbarParts {
  readonly commands: Commands;
  readonly links: Links;
  readonly lines: ReferenceLines;
  readonly marks: Marks;
  readonly back: BackLink | undefined;
  readonly onChange: () => void;
}

/** What the tool bar shows of the active cell, and what it does there. */
export function toolbarModel(parts: ToolbarParts): ToolbarModel {
  const { commands, back, marks } = parts;
  const { layout, menus } = commands;
  const { viewport, tools, stack } = layout.active;
  return {
    back,
    active: layout.tool,
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
    canUndo: marks.store.canUndo,
    canRedo: marks.store.canRedo,
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

function layoutMenuModel({ layout }: Commands, menus: Menus): LayoutMenuModel {
  return {
    isOpen: menus.open === 'layouts',
    grid: layout.grid,
    grids: layout.offered,
    onToggle: () => menus.toggle('layouts'),
    onGrid: (grid) => {
      menus.show(undefined);
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
