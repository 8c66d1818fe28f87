import type { Annotation } from './annotation';
import { handlesOf, pathsOf } from './annotation-figure';
import type { LabelBox, OnScreen } from './annotation-hit';
import { boxAround, labelBox } from './annotation-label';
import type { ImagePoint } from './measure';

/** Colours of what is drawn, each with at least 4.5:1 to the dark halo behind it. */
const LINE = '#ffd54a';
const ACTIVE = '#7dffb0';
const HALO = 'rgba(0, 0, 0, 0.75)';

const HANDLE_RADIUS = 5;
const PROBE_ARM = 8;
const ARROW_HEAD = 12;
const DASH = [5, 4];
const LABEL_FONT = '600 13px system-ui, sans-serif';
const LINE_HEIGHT = 18;
const LABEL_PADDING = 6;

/** What is drawn with an annotation. */
export interface Drawn {
  readonly annotation: Annotation;
  readonly lines: readonly string[];
  /** Under the pointer or in the hand. */
  readonly isActive: boolean;
}

/** Draws annotations over a picture; the unit of the canvas is the CSS pixel. */
export class Pen {
  readonly labels = new Map<string, LabelBox>();

  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly onScreen: OnScreen,
    readonly room: { readonly width: number; readonly height: number },
  ) {}

  /** All figures, and their labels over them. */
  drawAll(all: readonly Drawn[]): void {
    all.forEach((drawn) => this.#figure(drawn));
    const boxes = all.map(({ annotation }) => boxAround(anchorsOf(annotation).map(this.onScreen)));
    all.forEach((drawn, index) => this.#label(drawn, boxes.filter((_, other) => other !== index)));
  }

  #figure({ annotation, isActive }: Drawn): void {
    const color = isActive ? ACTIVE : LINE;
    for (const { points, isDashed } of pathsOf(annotation)) {
      this.#stroke(color, () => this.#polyline(points), isDashed ? DASH : []);
    }
    this.#mark(annotation, color);
    if (annotation.kind !== 'probe') {
      this.#handles(annotation, color, isActive);
    }
  }

  /** Arrows point to their first point; a probe is a cross whose middle stays free. */
  #mark({ kind, points }: Annotation, color: string): void {
    if (kind === 'arrow') {
      this.#stroke(color, () => this.#arrowHead(points[0], points[1]));
    } else if (kind === 'probe') {
      const { x, y } = this.onScreen(points[0]);
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        this.#stroke(color, () => {
          this.context.moveTo(x + 3 * dx, y + 3 * dy);
          this.context.lineTo(x + PROBE_ARM * dx, y + PROBE_ARM * dy);
        });
      }
    }
  }

  /** Outlines show theirs only when they are wanted: they would hide the edge they were drawn along. */
  #handles(annotation: Annotation, color: string, isActive: boolean): void {
    const isQuiet = annotation.kind === 'freehand' || annotation.kind === 'ellipse' || annotation.kind === 'rectangle';
    const all = isQuiet && !isActive ? [] : handlesOf(annotation);
    for (const handle of annotation.kind === 'arrow' ? all.slice(1) : all) {
      const { x, y } = this.onScreen(handle);
      this.#stroke(color, () => this.context.arc(x, y, HANDLE_RADIUS, 0, 2 * Math.PI));
    }
  }

  #polyline(points: readonly ImagePoint[]): void {
    points.map(this.onScreen).forEach(({ x, y }, index) => {
      if (index === 0) {
        this.context.moveTo(x, y);
      } else {
        this.context.lineTo(x, y);
      }
    });
  }

  #arrowHead(tip: ImagePoint, tail: ImagePoint): void {
    const [{ x, y }, from] = [this.onScreen(tip), this.onScreen(tail)];
    const direction = Math.atan2(from.y - y, from.x - x);
    for (const turn of [-0.45, 0.45]) {
      this.context.moveTo(x, y);
      this.context.lineTo(x + ARROW_HEAD * Math.cos(direction + turn), y + ARROW_HEAD * Math.sin(direction + turn));
    }
  }

  /** A dark line below a bright one stays visible on bone and on air. */
  #stroke(color: string, trace: () => void, dash: number[] = []): void {
    const { context } = this;
    for (const [width, style] of [
      [4, HALO],
      [1.75, color],
    ] as const) {
      context.beginPath();
      context.setLineDash(dash);
      trace();
      context.lineWidth = width;
      context.strokeStyle = style;
      context.stroke();
    }
    context.setLineDash([]);
  }

  #label({ annotation, lines, isActive }: Drawn, others: readonly LabelBox[]): void {
    if (lines.length === 0) {
      return;
    }
    const { context } = this;
    context.font = LABEL_FONT;
    context.textBaseline = 'middle';
    const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 2 * LABEL_PADDING;
    const size = { width, height: lines.length * LINE_HEIGHT + 2 };
    // The text of an arrow belongs to its tail, that of other figures beside all of them.
    const anchors = annotation.kind === 'arrow' ? annotation.points.slice(1) : anchorsOf(annotation);
    const box = labelBox(size, anchors.map(this.onScreen), this.room, [...this.labels.values()], others);
    this.labels.set(annotation.id, box);
    context.fillStyle = HALO;
    context.fillRect(box.left, box.top, box.width, box.height);
    context.fillStyle = isActive ? ACTIVE : LINE;
    lines.forEach((line, index) =>
      context.fillText(line, box.left + LABEL_PADDING, box.top + 2 + (index + 0.5) * LINE_HEIGHT),
    );
  }
}

function anchorsOf(annotation: Annotation): readonly ImagePoint[] {
  const drawn = pathsOf(annotation).flatMap(({ points }) => points);
  return drawn.length > 0 ? drawn : annotation.points;
}
