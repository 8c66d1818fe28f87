/** Tools that move or change the picture instead of drawing on it, with what cornerstone-tools knows them by. */
export const VIEW_TOOLS = {
  window: 'Window',
  scroll: 'Scroll',
  zoom: 'Zoom',
  pan: 'Pan',
  crosshairs: 'PatientPoint',
  magnify: 'Loupe',
} as const;

export type ViewTool = keyof typeof VIEW_TOOLS;

export function isViewTool(tool: string): tool is ViewTool {
  return Object.hasOwn(VIEW_TOOLS, tool);
}
