import type { Commands } from './commands';
import type { Layout } from './layout';
import type { ToolbarModel } from './toolbar';

/** What the tool bar shows of the active cell, and what it does there. */
export function toolbarModel(
  layout: Layout,
  commands: Commands,
  { back, openMenu, onMenu }: Pick<ToolbarModel, 'back' | 'openMenu' | 'onMenu'>,
): ToolbarModel {
  const { viewport, tools, stack } = layout.active;
  return {
    back,
    active: layout.tool,
    isReady: viewport.image !== undefined,
    isInverted: viewport.isInverted,
    hasMeasurements: tools.measurements(stack?.frames ?? []).length > 0,
    presets: commands.presets,
    windowing: viewport.windowing,
    table: viewport.table,
    canWindow: viewport.canWindow,
    openMenu,
    onTool: (tool) => commands.run({ type: 'tool', tool }),
    onAction: (action) => commands.act(action),
    onPreset: (preset) => {
      commands.apply(preset);
      onMenu(undefined);
    },
    onMenu,
  };
}
