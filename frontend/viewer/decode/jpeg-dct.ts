import { JpegBits, type HuffmanTable } from './jpeg-bits';
import {
  ZIGZAG,
  type JpegComponent,
  type JpegFrame,
  type JpegProcess,
  type JpegScan,
  type JpegTables,
} from './jpeg-frame';
import { inverseDct } from './jpeg-idct';
import { damaged } from './samples';

/** Coefficients of one component, in blocks of 64; wide and high enough for whole MCUs. */
interface Plane {
  readonly component: JpegComponent;
  /** Blocks in a row and in a column that hold samples of the image. */
  readonly width: number;
  readonly height: number;
  /** Blocks in a row with those that only fill up the last MCU. */
  readonly stride: number;
  readonly coefficients: Int16Array;
}

/** Sequential and progressive DCT processes (ISO 10918-1 Annexes F and G). */
export class DctProcess implements JpegProcess {
  readonly #planes: readonly Plane[];
  readonly #across: number;
  readonly #down: number;
  readonly #quantization: (Uint16Array | undefined)[] = [];
  readonly #most: { readonly horizontal: number; readonly vertical: number };

  constructor(readonly frame: JpegFrame) {
    const horizontal = Math.max(...frame.components.map((each) => each.horizontal));
    const vertical = Math.max(...frame.components.map((each) => each.vertical));
    this.#most = { horizontal, vertical };
    this.#across = Math.ceil(frame.columns / (8 * horizontal));
    this.#down = Math.ceil(frame.rows / (8 * vertical));
    this.#planes = frame.components.map((component) => this.#plane(component));
  }

  scan(scan: JpegScan, tables: JpegTables, bytes: Uint8Array, at: number): number {
    const bits = new JpegBits(bytes, at);
    const coder = new BlockCoder(bits, scan, this.frame.process === 2);
    const parts = scan.parts.map(({ component, dc, ac }) => {
      // Tables may be replaced between scans; the component's is the one in force at its first scan.
      this.#quantization[component] ??= tables.quantization[this.#planes[component].component.quantization];
      return { plane: this.#planes[component], component, dc: tables.dc[dc], ac: tables.ac[ac] };
    });
    const isAlone = parts.length === 1;
    const across = isAlone ? parts[0].plane.width : this.#across;
    const down = isAlone ? parts[0].plane.height : this.#down;
    let left = tables.restartInterval || Infinity;
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        if (left-- === 0) {
          bits.restart();
          coder.restart();
          left = tables.restartInterval - 1;
        }
        for (const { plane, component, dc, ac } of parts) {
          const blocksAcross = isAlone ? 1 : plane.component.horizontal;
          const blocksDown = isAlone ? 1 : plane.component.vertical;
          for (let y = row * blocksDown; y < (row + 1) * blocksDown; y++) {
            for (let x = column * blocksAcross; x < (column + 1) * blocksAcross; x++) {
              coder.decode(plane.coefficients, 64 * (y * plane.stride + x), component, dc, ac);
            }
          }
        }
      }
      bits.requireEnough();
    }
    return bits.at;
  }

  finish(): Uint8Array | Uint16Array {
    const { rows, columns, components, precision } = this.frame;
    const length = rows * columns * components.length;
    const samples = precision === 8 ? new Uint8Array(length) : new Uint16Array(length);
    this.#planes.forEach((plane, index) => this.#spread(plane, index, samples));
    return samples;
  }

  #plane(component: JpegComponent): Plane {
    const { rows, columns } = this.frame;
    const { horizontal, vertical } = this.#most;
    const stride = this.#across * component.horizontal;
    return {
      component,
      width: Math.ceil(Math.ceil((columns * component.horizontal) / horizontal) / 8),
      height: Math.ceil(Math.ceil((rows * component.vertical) / vertical) / 8),
      stride,
      coefficients: new Int16Array(64 * stride * this.#down * component.vertical),
    };
  }

  /** Samples of one component into their places; those of a subsampled one are repeated. */
  #spread(plane: Plane, index: number, to: Uint8Array | Uint16Array): void {
    const quantization = this.#quantization[index];
    if (!quantization) {
      throw damaged();
    }
    const { rows, columns, components, precision } = this.frame;
    const across = plane.component.horizontal / this.#most.horizontal;
    const down = plane.component.vertical / this.#most.vertical;
    const band = new Uint16Array(64 * plane.stride);
    let decoded = -1;
    for (let row = 0; row < rows; row++) {
      const y = Math.floor(row * down);
      if (y >> 3 !== decoded) {
        decoded = y >> 3;
        decodeBand(plane, decoded, quantization, precision, band);
      }
      const from = (y & 7) * 8 * plane.stride;
      for (let column = 0, at = row * columns * components.length + index; column < columns; column++) {
        to[at] = band[from + Math.floor(column * across)];
        at += components.length;
      }
    }
  }
}

/** One row of blocks as eight lines of samples. */
function decodeBand(plane: Plane, row: number, quantization: Uint16Array, precision: number, band: Uint16Array): void {
  for (let block = 0; block < plane.width; block++) {
    const at = 64 * (row * plane.stride + block);
    inverseDct(plane.coefficients, at, quantization, precision, band, 8 * block, 8 * plane.stride);
  }
}

/** Decodes the blocks of one scan. */
class BlockCoder {
  readonly #predictions = [0, 0, 0, 0];
  #endOfBands = 0;

  constructor(
    readonly bits: JpegBits,
    readonly scan: JpegScan,
    readonly isProgressive: boolean,
  ) {
    if (scan.start > scan.end || scan.end > 63 || (isProgressive && scan.start > 0 && scan.parts.length > 1)) {
      throw damaged();
    }
  }

  restart(): void {
    this.#predictions.fill(0);
    this.#endOfBands = 0;
  }

  decode(to: Int16Array, at: number, component: number, dc?: HuffmanTable, ac?: HuffmanTable): void {
    if (!this.isProgressive) {
      to[at] = this.#dc(component, needed(dc));
      this.#sequentialAc(to, at, needed(ac));
    } else if (this.scan.start === 0) {
      this.#progressiveDc(to, at, component, dc);
    } else if (this.scan.high === 0) {
      this.#firstAc(to, at, needed(ac));
    } else {
      this.#refinedAc(to, at, needed(ac));
    }
  }

  #dc(component: number, table: HuffmanTable): number {
    const size = this.bits.symbol(table);
    if (size > 16) {
      throw damaged();
    }
    this.#predictions[component] += size === 0 ? 0 : this.bits.difference(size);
    return this.#predictions[component];
  }

  #sequentialAc(to: Int16Array, at: number, table: HuffmanTable): void {
    for (let place = 1; place < 64; place++) {
      const symbol = this.bits.symbol(table);
      const size = symbol & 15;
      if (size === 0 && symbol !== 0xf0) {
        return;
      }
      place += symbol >> 4;
      if (size > 0) {
        to[at + zigzag(place)] = this.bits.difference(size);
      }
    }
  }

  /** ISO 10918-1 G.1.2.1: the upper bits first, then one bit in each further scan. */
  #progressiveDc(to: Int16Array, at: number, component: number, table: HuffmanTable | undefined): void {
    if (this.scan.high === 0) {
      to[at] = this.#dc(component, needed(table)) << this.scan.low;
    } else if (this.bits.read(1) === 1) {
      to[at] |= 1 << this.scan.low;
    }
  }

  /** ISO 10918-1 G.1.2.2: a band of coefficients, with runs of blocks that have none left in it. */
  #firstAc(to: Int16Array, at: number, table: HuffmanTable): void {
    if (this.#endOfBands > 0) {
      this.#endOfBands--;
      return;
    }
    for (let place = this.scan.start; place <= this.scan.end; place++) {
      const symbol = this.bits.symbol(table);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        this.#endOfBands = (1 << run) - 1 + (run > 0 ? this.bits.read(run) : 0);
        return;
      }
      place += run;
      if (size > 0) {
        to[at + zigzag(place)] = this.bits.difference(size) * (1 << this.scan.low);
      }
    }
  }

  /** ISO 10918-1 G.1.2.3: new coefficients of one bit, and one bit more for those known. */
  #refinedAc(to: Int16Array, at: number, table: HuffmanTable): void {
    let place = this.scan.start;
    while (this.#endOfBands === 0 && place <= this.scan.end) {
      const symbol = this.bits.symbol(table);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        this.#endOfBands = (1 << run) + (run > 0 ? this.bits.read(run) : 0);
        break;
      }
      const value = size === 0 ? 0 : (this.bits.read(1) === 1 ? 1 : -1) * (1 << this.scan.low);
      place = this.#refineUntil(to, at, place, run);
      if (value !== 0) {
        to[at + zigzag(place)] = value;
      }
      place++;
    }
    if (this.#endOfBands > 0) {
      this.#refineUntil(to, at, place, 64);
      this.#endOfBands--;
    }
  }

  /** Refines known coefficients until `zeros` unknown ones are passed. @returns the place of the next unknown one */
  #refineUntil(to: Int16Array, at: number, place: number, zeros: number): number {
    for (; place <= this.scan.end; place++) {
      const target = at + ZIGZAG[place];
      if (to[target] === 0) {
        if (zeros-- === 0) {
          break;
        }
      } else if (this.bits.read(1) === 1 && (Math.abs(to[target]) & (1 << this.scan.low)) === 0) {
        to[target] += to[target] > 0 ? 1 << this.scan.low : -(1 << this.scan.low);
      }
    }
    return place;
  }
}

function zigzag(place: number): number {
  if (place > 63) {
    throw damaged();
  }
  return ZIGZAG[place];
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (!table) {
    throw damaged();
  }
  return table;
}
