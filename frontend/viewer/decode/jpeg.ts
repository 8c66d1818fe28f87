import { huffmanTable } from './jpeg-bits';
import { DctProcess } from './jpeg-dct';
import { ZIGZAG, type JpegFrame, type JpegProcess, type JpegScan, type JpegTables } from './jpeg-frame';
import { LosslessProcess } from './jpeg-lossless';
import { cutOff, damaged, requireShape, UndecodableError, type FrameShape, type Samples } from './samples';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DHT = 0xc4;
const DQT = 0xdb;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP14 = 0xee;

/**
 * JPEG (ISO 10918-1) with Huffman coding: baseline, extended and progressive of 8 and 12 bits, and lossless. Samples
 * come as they were coded: whether they are RGB or YCbCr is said by the stream's own marks, else by the file's header.
 */
export function decodeJpeg(bytes: Uint8Array, shape: FrameShape): Samples {
  return new JpegStream(bytes, shape).decode();
}

class JpegStream {
  readonly #view: DataView;
  readonly #tables: JpegTables = { quantization: [], dc: [], ac: [], restartInterval: 0 };
  #frame: JpegFrame | undefined;
  #process: JpegProcess | undefined;
  #colour: Samples['colour'];

  constructor(
    readonly bytes: Uint8Array,
    readonly shape: FrameShape,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  decode(): Samples {
    if (this.bytes[0] !== 0xff || this.bytes[1] !== SOI) {
      throw damaged();
    }
    let at: number | undefined = 2;
    while (at !== undefined) {
      at = this.#segment(this.#nextMarker(at));
    }
    const values = this.#process?.finish();
    if (!values) {
      throw cutOff();
    }
    return { values, isPlanar: false, colour: this.#colour };
  }

  /** Place of the code of the next marker; what is not a marker between segments is skipped. */
  #nextMarker(at: number): number {
    const { bytes } = this;
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff)) {
      at++;
    }
    return at + 1;
  }

  /** Reads the segment whose marker is at `at`. @returns where the next one begins, undefined after the last */
  #segment(at: number): number | undefined {
    const marker = this.bytes[at];
    if (marker === EOI || (at >= this.bytes.length && this.#process)) {
      return undefined;
    }
    if (at >= this.bytes.length) {
      throw cutOff();
    }
    if (marker >= 0xd0 && marker <= SOI) {
      return at + 1;
    }
    if (at + 3 > this.bytes.length || at + 1 + this.#view.getUint16(at + 1) > this.bytes.length) {
      throw cutOff();
    }
    const end = at + 1 + this.#view.getUint16(at + 1);
    return this.#read(marker, at + 3, end) ?? end;
  }

  /** @returns where to go on, undefined for the end of the segment */
  #read(marker: number, from: number, end: number): number | undefined {
    if (marker === DHT) {
      this.#huffman(from, end);
    } else if (marker === DQT) {
      this.#quantization(from, end);
    } else if (marker === DRI) {
      this.#tables.restartInterval = this.#view.getUint16(from);
    } else if (marker === SOS) {
      return this.#scan(from, end);
    } else if (marker === APP0 || marker === APP14) {
      this.#application(marker, this.bytes.subarray(from, end));
    } else if (marker >= 0xc0 && marker <= 0xcf) {
      this.#frameHeader(marker & 15, from, end);
    }
    return undefined;
  }

  /** Adobe's mark names the colour transform; a JFIF one means YCbCr, where no Adobe one says otherwise. */
  #application(marker: number, data: Uint8Array): void {
    const name = String.fromCharCode(...data.subarray(0, 5));
    if (marker === APP14 && name === 'Adobe' && data.length >= 12) {
      this.#colour = data[11] === 0 ? 'RGB' : 'YBR';
    } else if (marker === APP0 && name === 'JFIF\0') {
      this.#colour ??= 'YBR';
    }
  }

  #huffman(from: number, end: number): void {
    while (from + 17 <= end) {
      const target = this.bytes[from];
      const counts = this.bytes.subarray(from + 1, from + 17);
      const length = counts.reduce((sum, count) => sum + count, 0);
      from += 17;
      if (from + length > end) {
        throw damaged();
      }
      const table = huffmanTable(counts, this.bytes.slice(from, from + length));
      (target >> 4 === 0 ? this.#tables.dc : this.#tables.ac)[target & 15] = table;
      from += length;
    }
  }

  #quantization(from: number, end: number): void {
    while (from < end) {
      const isWide = this.bytes[from] >> 4 === 1;
      const target = this.bytes[from++] & 15;
      if (from + (isWide ? 128 : 64) > end) {
        throw damaged();
      }
      const table = new Uint16Array(64);
      for (let place = 0; place < 64; place++, from += isWide ? 2 : 1) {
        table[ZIGZAG[place]] = isWide ? this.#view.getUint16(from) : this.bytes[from];
      }
      this.#tables.quantization[target] = table;
    }
  }

  #frameHeader(process: number, from: number, end: number): void {
    const count = this.bytes[from + 5];
    if (this.#frame || from + 6 + 3 * count > end) {
      throw damaged();
    }
    const frame = {
      process,
      precision: this.bytes[from],
      // Zero lines: their number follows the first scan (DNL); the file's header knows it.
      rows: this.#view.getUint16(from + 1) || this.shape.rows,
      columns: this.#view.getUint16(from + 3),
      components: Array.from({ length: count }, (_, index) => {
        const [id, sampling, quantization] = this.bytes.subarray(from + 6 + 3 * index);
        return { id, horizontal: sampling >> 4, vertical: sampling & 15, quantization };
      }),
    };
    requireShape(this.shape, frame.rows, frame.columns, count);
    // Every block takes a bit at least, and so does every sample of the lossless process.
    if (frame.rows * frame.columns > this.bytes.length * 8 * (process === 3 ? 1 : 64)) {
      throw cutOff();
    }
    this.#process = processOf(frame);
    this.#frame = frame;
    // JFIF knows no lossless process: there its mark says nothing of the colours.
    this.#colour = process === 3 ? undefined : (this.#colour ?? colourOfIds(frame));
  }

  #scan(from: number, end: number): number {
    const frame = this.#frame;
    const count = this.bytes[from];
    if (!frame || !this.#process || count < 1 || count > 4 || from + 1 + 2 * count + 3 > end) {
      throw damaged();
    }
    const parts = Array.from({ length: count }, (_, index) => {
      const [id, tables] = this.bytes.subarray(from + 1 + 2 * index);
      return { component: frame.components.findIndex((each) => each.id === id), dc: tables >> 4, ac: tables & 15 };
    });
    const [start, last, approximation] = this.bytes.subarray(from + 1 + 2 * count);
    const scan: JpegScan = { parts, start, end: last, high: approximation >> 4, low: approximation & 15 };
    if (parts.some(({ component }) => component < 0)) {
      throw damaged();
    }
    return this.#process.scan(scan, this.#tables, this.bytes, end);
  }
}

function processOf(frame: JpegFrame): JpegProcess {
  const sampling = frame.components.flatMap(({ horizontal, vertical }) => [horizontal, vertical]);
  if (sampling.some((factor) => factor < 1 || factor > 4)) {
    throw damaged();
  }
  if (frame.process <= 2 && (frame.precision === 8 || frame.precision === 12)) {
    return new DctProcess(frame);
  }
  if (frame.process === 3 && frame.precision >= 2 && frame.precision <= 16) {
    return new LosslessProcess(frame);
  }
  throw new UndecodableError(`JPEG process SOF${frame.process} of ${frame.precision} bits is not supported.`);
}

/** Some encoders name the components by their letters. */
function colourOfIds({ components }: JpegFrame): Samples['colour'] {
  return String.fromCharCode(...components.map(({ id }) => id)) === 'RGB' ? 'RGB' : undefined;
}
