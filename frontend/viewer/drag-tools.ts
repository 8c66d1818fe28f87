import type { ToolClass, ToolEvent, Tools } from './cornerstone';
import type { ImagePoint } from './measure';

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

/** A tool that reports the places of the image that are pressed or dragged over. */
export function pointTool(tools: Tools, name: string, onPoint: (at: ImagePoint) => void): ToolClass {
  const BaseTool = tools.importInternal('base/BaseTool');
  const report = ({ detail }: ToolEvent) => {
    const { x, y } = detail.currentPoints.image;
    onPoint({ x, y });
    return true;
  };
  return class extends BaseTool {
    constructor(props: object = {}) {
      super(props, { name, supportedInteractionTypes: ['Mouse', 'Touch'], configuration: {} });
      this.preMouseDownCallback = report;
      this.postTouchStartCallback = report;
      this.mouseDragCallback = report;
      this.touchDragCallback = report;
    }
  };
}
