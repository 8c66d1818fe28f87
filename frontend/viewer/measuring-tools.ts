import type {
  AnnotationTool,
  CornerstoneImage,
  ToolClass,
  ToolData,
  ToolEvent,
  Tools,
} from './cornerstone';
import { pixelToCss } from './fine-canvas';
import { knownFrame } from './frame-registry';
import { readableMeasure, type ImagePoint } from './measure';
import { measureOf, type MeasurementKind } from './measurement';
import { drawMeasurement } from './measurement-drawing';

/** How near a line, in CSS pixels, a press takes hold of it instead of starting something new. */
const GRIP_PX = 7;

export const TOOL_NAMES = { length: 'Length', angle: 'Angle' } as const satisfies Record<MeasurementKind, string>;

/** Length and angle of cornerstone-tools with our own computing and drawing: right units, no lag. */
export function measuringTools(tools: Tools, detectorWord: () => string): Record<MeasurementKind, ToolClass> {
  return {
    length: measuringTool(tools, 'length', tools.LengthTool, detectorWord),
    angle: measuringTool(tools, 'angle', tools.AngleTool, detectorWord),
  };
}

/** All data of one kind on one picture. */
export function toolData(tools: Tools, imageId: string, kind: MeasurementKind): ToolData[] {
  return tools.globalImageIdSpecificToolStateManager.saveToolState()[imageId]?.[TOOL_NAMES[kind]]?.data ?? [];
}

/** The picture a measurement was drawn on, undefined when it has been dropped. */
export function imageIdOf(tools: Tools, kind: MeasurementKind, data: ToolData): string | undefined {
  const state = tools.globalImageIdSpecificToolStateManager.saveToolState();
  return Object.keys(state).find((imageId) => state[imageId]?.[TOOL_NAMES[kind]]?.data.includes(data));
}

function measuringTool(
  tools: Tools,
  kind: MeasurementKind,
  Original: ToolClass<AnnotationTool>,
  detectorWord: () => string,
): ToolClass {
  return class extends Original {
    constructor(props?: object) {
      super(props);
      this.throttledUpdateCachedStats = this.updateCachedStats;
    }

    override updateCachedStats(_image: CornerstoneImage, _element: HTMLElement, data: ToolData): void {
      data.invalidated = false;
    }

    pointNearTool(element: HTMLElement, data: ToolData, at: ImagePoint): boolean {
      const path = pathOf(data).map((point) => pixelToCss(element, point));
      return path.slice(1).some((end, index) => distanceToSegment(at, path[index], end) < GRIP_PX);
    }

    override renderToolData({ detail: { element, image, canvasContext } }: ToolEvent): void {
      for (const data of toolData(tools, image.imageId, kind)) {
        const measured = measureOf(kind, data, knownFrame(image.imageId));
        const label = measured ? readableMeasure(measured, detectorWord()) : '';
        drawMeasurement(canvasContext, element, data, pathOf(data), labelPlace(kind, data), label);
      }
    }
  };
}

function pathOf({ handles: { start, middle, end } }: ToolData): ImagePoint[] {
  return middle ? [start, middle, end] : [start, end];
}

function labelPlace(kind: MeasurementKind, { handles: { start, middle, end } }: ToolData): ImagePoint {
  return kind === 'angle' && middle ? middle : start.x > end.x ? start : end;
}

function distanceToSegment(point: ImagePoint, from: ImagePoint, to: ImagePoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - clamped * dx, point.y - from.y - clamped * dy);
}
