import { JpegBits, type HuffmanTable } from './jpeg-bits';
import type { JpegFrame, JpegProcess, JpegScan, JpegTables } from './jpeg-frame';
import { damaged, UndecodableError } from './samples';

/** The lossless process with Huffman coding (ISO 10918-1 Annex H). */
export class LosslessProcess implements JpegProcess {
  readonly #samples: Uint16Array;

  constructor(readonly frame: JpegFrame) {
    if (frame.components.some(({ horizontal, vertical }) => horizontal !== 1 || vertical !== 1)) {
      throw new UndecodableError('Lossless JPEG with subsampled colours is not supported.');
    }
    this.#samples = new Uint16Array(frame.rows * frame.columns * frame.components.length);
  }

  scan({ parts, start: predictor, low }: JpegScan, tables: JpegTables, bytes: Uint8Array, at: number): number {
    const { rows, columns, precision } = this.frame;
    const bits = new JpegBits(bytes, at);
    const lines = parts.map(
      ({ component, dc }) => new Line(this.#samples, this.frame, component, needed(tables.dc[dc])),
    );
    const initial = 1 << (precision - low - 1);
    // A restart begins a new prediction with its line (H.1.2.1).
    let firstRow = 0;
    let left = tables.restartInterval || Infinity;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (left-- === 0) {
          bits.restart();
          left = tables.restartInterval - 1;
          firstRow = row;
        }
        for (const line of lines) {
          line.decode(bits, row, column, row === firstRow, predictor, initial);
        }
      }
      bits.requireEnough();
    }
    lines.forEach((line) => line.transform(low));
    return bits.at;
  }

  finish(): Uint8Array | Uint16Array {
    return this.frame.precision <= 8 ? Uint8Array.from(this.#samples) : this.#samples;
  }
}

/** One component of a scan, predicted from its neighbours: Ra to the left, Rb above, Rc above left. */
class Line {
  readonly #step: number;
  readonly #width: number;

  constructor(
    readonly samples: Uint16Array,
    readonly frame: JpegFrame,
    readonly component: number,
    readonly table: HuffmanTable,
  ) {
    this.#step = frame.components.length;
    this.#width = frame.columns * this.#step;
  }

  decode(bits: JpegBits, row: number, column: number, isFirst: boolean, predictor: number, initial: number): void {
    const at = row * this.#width + column * this.#step + this.component;
    const prediction = isFirst
      ? column === 0 || at < this.#step
        ? initial
        : this.samples[at - this.#step]
      : column === 0
        ? this.samples[at - this.#width]
        : this.#predict(predictor, at);
    const size = bits.symbol(this.table);
    if (size > 16) {
      throw damaged();
    }
    // Sizes of 16 bits carry no more bits (H.1.2.2); sums are modulo 2^16, which the array keeps.
    this.samples[at] = prediction + (size === 0 ? 0 : size === 16 ? 32768 : bits.difference(size));
  }

  /** Undoes the point transform (ISO 10918-1 A.4). */
  transform(low: number): void {
    for (let at = this.component; low > 0 && at < this.samples.length; at += this.#step) {
      this.samples[at] <<= low;
    }
  }

  /** ISO 10918-1 Table H.1. */
  #predict(predictor: number, at: number): number {
    const { samples } = this;
    const a = samples[at - this.#step];
    const b = samples[at - this.#width];
    const c = samples[at - this.#width - this.#step];
    switch (predictor) {
      case 1:
        return a;
      case 2:
        return b;
      case 3:
        return c;
      case 4:
        return a + b - c;
      case 5:
        return a + ((b - c) >> 1);
      case 6:
        return b + ((a - c) >> 1);
      case 7:
        return (a + b) >> 1;
      default:
        throw damaged();
    }
  }
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (!table) {
    throw damaged();
  }
  return table;
}
