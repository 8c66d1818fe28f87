import type { ImagePoint } from '../measure';
import type { Colour } from '../overlays/overlay-picture';
import type { Placement } from '../overlays/shutter-drawing';
import type { Figure, Graphic, Words } from './graphic';

const FONT_PX = 14;
const LINE_PX = 18;
const PADDING_PX = 3;
const POINT_PX = 4;
const LINE_WIDTH = 1.5;
const HALO_WIDTH = 4;
/** Of what is filled: the picture below has to be seen. */
const FILL_ALPHA = 0.35;

/** Darker than this, colours need a bright ground. */
const DARK = 96;

/** Draws the graphics of a presentation state; the unit of the canvas is the CSS pixel. */
export class GraphicPen {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly placement: Placement,
  ) {}

  /** Words last, so that lines never cross them. */
  drawAll(graphics: readonly Graphic[]): void {
    const { context } = this;
    context.lineJoin = context.lineCap = 'round';
    graphics.forEach((graphic) => graphic.kind !== 'words' && this.#figure(graphic));
    graphics.forEach((graphic) => graphic.kind === 'words' && this.#words(graphic));
  }

  #onScreen({ x, y }: ImagePoint): ImagePoint {
    const [a, b, c, d, e, f] = this.placement;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }

  #figure({ kind, points, isFilled, colour }: Figure): void {
    const path = new Path2D();
    if (kind === 'points') {
      const { x, y } = this.#onScreen(points[0]);
      path.arc(x, y, POINT_PX, 0, 2 * Math.PI);
    } else {
      points.map((point) => this.#onScreen(point)).forEach(({ x, y }) => path.lineTo(x, y));
    }
    if (isFilled) {
      this.context.save();
      this.context.globalAlpha = FILL_ALPHA;
      this.context.fillStyle = css(colour);
      this.context.fill(path);
      this.context.restore();
    }
    this.#stroke(path, colour);
  }

  #stroke(path: Path2D, colour: Colour): void {
    const { context } = this;
    context.lineWidth = HALO_WIDTH;
    context.strokeStyle = groundOf(colour);
    context.stroke(path);
    context.lineWidth = LINE_WIDTH;
    context.strokeStyle = css(colour);
    context.stroke(path);
  }

  #words({ lines, box, align, anchor, isAnchorShown, colour }: Words): void {
    const { context } = this;
    context.font = `${FONT_PX}px system-ui, sans-serif`;
    context.textBaseline = 'middle';
    const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 2 * PADDING_PX;
    const at = this.#corner(width, box, align, anchor);
    const height = lines.length * LINE_PX + 2 * PADDING_PX;
    if (anchor && isAnchorShown && box) {
      this.#leader({ x: at.x, y: at.y }, { width, height }, this.#onScreen(anchor), colour);
    }
    context.fillStyle = groundOf(colour);
    context.fillRect(at.x, at.y, width, height);
    context.fillStyle = css(colour);
    context.textAlign = align;
    const x = at.x + (align === 'left' ? PADDING_PX : align === 'right' ? width - PADDING_PX : width / 2);
    lines.forEach((line, index) => context.fillText(line, x, at.y + PADDING_PX + (index + 0.5) * LINE_PX));
  }

  /** Top left corner of words that stand upright, however the picture is turned. */
  #corner(width: number, box: Words['box'], align: Words['align'], anchor: ImagePoint | undefined): ImagePoint {
    if (!box) {
      const { x, y } = this.#onScreen(anchor ?? { x: 0, y: 0 });
      return { x, y };
    }
    const [from, to] = box.map((corner) => this.#onScreen(corner));
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const start = { left, center: (left + right - width) / 2, right: right - width };
    return { x: start[align], y: Math.min(from.y, to.y) };
  }

  /** From the middle of the nearest edge of the words to what they are about. */
  #leader(at: ImagePoint, size: { width: number; height: number }, to: ImagePoint, colour: Colour): void {
    const x = Math.min(at.x + size.width, Math.max(at.x, to.x));
    const y = Math.min(at.y + size.height, Math.max(at.y, to.y));
    const path = new Path2D();
    path.moveTo(x, y);
    path.lineTo(to.x, to.y);
    this.#stroke(path, colour);
  }
}

function css([red, green, blue]: Colour): string {
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Behind lines and words, so that they are seen on bone and on air. */
function groundOf([red, green, blue]: Colour): string {
  const brightness = 0.3 * red + 0.59 * green + 0.11 * blue;
  return brightness < DARK ? 'rgba(255, 255, 255, 0.75)' : 'rgba(0, 0, 0, 0.65)';
}
