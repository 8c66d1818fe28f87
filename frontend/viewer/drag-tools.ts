import type { ToolClass, ToolEvent, Tools } from './cornerstone';

/** Pixels the pointer moved since the last event, right and down positive. */
export interface Drag {
  readonly dx: number;
  readonly dy: number;
}

/** A tool of cornerstone-tools that only reports how far the mouse or the finger was dragged. */
export function dragTool(tools: Tools, name: string, onDrag: (drag: Drag) => void): ToolClass {
  const BaseTool = tools.importInternal('base/BaseTool');
  const report = ({ detail }: ToolEvent) => onDrag({ dx: detail.deltaPoints.page.x, dy: detail.deltaPoints.page.y });
  return class extends BaseTool {
    constructor(props: object = {}) {
      super(props, { name, supportedInteractionTypes: ['Mouse', 'Touch'], configuration: {} });
      this.mouseDragCallback = report;
      this.touchDragCallback = report;
    }
  };
}
