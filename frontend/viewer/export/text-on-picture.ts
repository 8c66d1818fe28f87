import type { CornerTexts } from '../corner-texts';
import type { EdgeLetters } from '../orientation-letters';

const FONT = 'system-ui, sans-serif';
const TEXT_PX = 13;
const LINE_PX = 17;
const MARGIN_PX = 10;
const TEXT = '#f2f5f7';
const LETTER = '#ffc04d';
const HALO = 'rgba(0, 0, 0, 0.85)';

type Place = keyof CornerTexts;

/** Writes what lies over the picture on the screen; the unit of the canvas is the CSS pixel, `room` its size. */
export class TextOnPicture {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly room: { readonly width: number; readonly height: number },
  ) {}

  corners(texts: CornerTexts): void {
    for (const place of Object.keys(texts) as Place[]) {
      this.#corner(place, texts[place]);
    }
  }

  /** L and R, A and P, H and F at the edges: a picture without them may be read the wrong way round. */
  letters({ top, right, bottom, left }: EdgeLetters): void {
    const { width, height } = this.room;
    const inset = MARGIN_PX + TEXT_PX / 2;
    this.context.font = `600 ${TEXT_PX + 2}px ${FONT}`;
    this.context.textBaseline = 'middle';
    this.context.textAlign = 'center';
    this.#write(top, width / 2, inset, LETTER);
    this.#write(bottom, width / 2, height - inset, LETTER);
    this.#write(left, inset, height / 2, LETTER);
    this.#write(right, width - inset, height / 2, LETTER);
  }

  /** Long sentences go on in the next line, so that the corners do not meet. */
  #corner(place: Place, texts: readonly string[]): void {
    const [isTop, isLeft] = [place.startsWith('top'), place.endsWith('Left')];
    const { width, height } = this.room;
    const most = width / 2 - 2 * MARGIN_PX;
    this.context.font = `400 ${TEXT_PX}px ${FONT}`;
    const lines = texts.flatMap((text) => wrapped(text, most, (part) => this.context.measureText(part).width));
    const first = isTop ? MARGIN_PX : height - MARGIN_PX - lines.length * LINE_PX;
    this.context.textBaseline = 'top';
    this.context.textAlign = isLeft ? 'left' : 'right';
    lines.forEach((line, index) => {
      const isName = isTop && index === 0;
      this.context.font = `${isName ? 600 : 400} ${TEXT_PX}px ${FONT}`;
      this.#write(line, isLeft ? MARGIN_PX : width - MARGIN_PX, first + index * LINE_PX, TEXT, most);
    });
  }

  /** A dark edge keeps it readable on bone. @param most width; longer texts are narrowed */
  #write(text: string, x: number, y: number, color: string, most?: number): void {
    const { context } = this;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = HALO;
    context.strokeText(text, x, y, most);
    context.fillStyle = color;
    context.fillText(text, x, y, most);
  }
}

/** Lines that are no longer than `most` where there are spaces; one long word stays whole. */
export function wrapped(text: string, most: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= most) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
