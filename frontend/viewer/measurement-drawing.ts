import type { ToolData } from './cornerstone';
import { pixelToCss, ratioOf } from './fine-canvas';
import type { ImagePoint } from './measure';

/** Colours of measurements on the picture, both with at least 4.5:1 to the dark halo behind them. */
const LINE = '#ffd54a';
const ACTIVE = '#7dffb0';
const HALO = 'rgba(0, 0, 0, 0.75)';

const HANDLE_RADIUS = 5;
const LABEL_FONT = '600 13px system-ui, sans-serif';
const LABEL_HEIGHT = 20;
const LABEL_PADDING = 6;
const LABEL_DISTANCE = 12;

/** Draws one measurement over the picture: its lines, its handles, and the value beside `labelAt`. */
export function drawMeasurement(
  context: CanvasRenderingContext2D,
  element: HTMLElement,
  data: ToolData,
  path: readonly ImagePoint[],
  labelAt: ImagePoint,
  label: string,
): void {
  const ratio = ratioOf(element);
  const onCanvas = (point: ImagePoint) => pixelToCss(element, point);
  const color = data.active ? ACTIVE : LINE;
  const points = path.map(onCanvas);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  stroke(context, color, () => polyline(context, points));
  for (const { x, y } of points) {
    stroke(context, color, () => context.arc(x, y, HANDLE_RADIUS, 0, 2 * Math.PI));
  }
  const size = { width: context.canvas.width / ratio, height: context.canvas.height / ratio };
  drawLabel(context, size, onCanvas(labelAt), label, color);
  context.restore();
}

function polyline(context: CanvasRenderingContext2D, points: readonly ImagePoint[]): void {
  points.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}

/** A dark line below a bright one stays visible on bone and on air. */
function stroke(context: CanvasRenderingContext2D, color: string, trace: () => void): void {
  for (const [width, style] of [
    [4, HALO],
    [1.75, color],
  ] as const) {
    context.beginPath();
    trace();
    context.lineWidth = width;
    context.strokeStyle = style;
    context.stroke();
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  size: { readonly width: number; readonly height: number },
  at: ImagePoint,
  label: string,
  color: string,
): void {
  if (!label) {
    return;
  }
  context.font = LABEL_FONT;
  context.textBaseline = 'middle';
  const width = context.measureText(label).width + 2 * LABEL_PADDING;
  const fitsRight = at.x + LABEL_DISTANCE + width <= size.width;
  const left = Math.max(0, fitsRight ? at.x + LABEL_DISTANCE : at.x - LABEL_DISTANCE - width);
  const top = Math.min(Math.max(0, at.y - LABEL_HEIGHT / 2), size.height - LABEL_HEIGHT);
  context.fillStyle = HALO;
  context.fillRect(left, top, width, LABEL_HEIGHT);
  context.fillStyle = color;
  context.fillText(label, left + LABEL_PADDING, top + LABEL_HEIGHT / 2 + 1);
}
