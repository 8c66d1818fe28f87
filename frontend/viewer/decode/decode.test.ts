import { describe, expect, it } from 'vitest';
import { decodeFrame } from './decode';
import { decodeSample, hasSamples, loadCodec, sampleFile } from './sample-files';

const CT = 'transfer-syntaxes/same-ct/ct-';

function plainCt(): Int16Array {
  const bytes = sampleFile(`${CT}explicit-le.dcm`).frame(1);
  return new Int16Array(bytes.buffer);
}

function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let largest = 0;
  for (let at = 0; at < expected.length; at++) {
    largest = Math.max(largest, Math.abs(actual[at] - expected[at]));
  }
  return largest;
}

/** The samples as signed words, whatever sign their stream knew. */
async function ct(name: string): Promise<Int16Array> {
  const { values } = await decodeSample(`${CT}${name}.dcm`);
  return new Int16Array(values.buffer);
}

describe.skipIf(!hasSamples())('the frames of one CT in every transfer syntax', () => {
  it.each([
    'rle',
    'jpeg-lossless-p14-57',
    'jpeg-lossless-sv1-70',
    'jpegls-lossless-80',
    'j2k-lossless-90',
    'htj2k-lossless-201',
    'htj2k-lossless-rpcl-202',
  ])('%s gives the very values of the uncompressed file', async (name) => {
    expect(largestDifference(await ct(name), plainCt())).toBe(0);
  });

  it.each([
    ['jpegls-near-81', 1],
    ['j2k-91', 5],
    ['htj2k-lossy-203', 61],
  ])('%s differs from the uncompressed file by %d at most', async (name, most) => {
    const difference = largestDifference(await ct(name), plainCt());
    expect(difference).toBeGreaterThan(0);
    expect(difference).toBeLessThanOrEqual(most);
  });

  it.each(['jpeg-spectral-12bit-53', 'jpeg-progressive-12bit-55'])('%s is near the sequential one', async (name) => {
    const { values } = await decodeSample(`${CT}${name}.dcm`);
    const sequential = await decodeSample(`${CT}jpeg-extended-12bit-51.dcm`);
    expect(largestDifference(values, sequential.values)).toBeLessThanOrEqual(2);
  });
});

describe.skipIf(!hasSamples())('colours', () => {
  it.each([
    ['same-pattern-colour/pattern-jpeg-lossless-rgb', 0],
    ['same-pattern-colour/pattern-jpegls-lossless', 0],
    ['same-pattern-colour/pattern-jpegls-near', 3],
  ])('of %s are those of the uncompressed pattern', async (name, most) => {
    const plain = sampleFile('transfer-syntaxes/same-pattern-colour/pattern-rgb-raw.dcm').frame(1);
    const { values, isPlanar } = await decodeSample(`transfer-syntaxes/${name}.dcm`);
    expect(isPlanar).toBe(false);
    expect(largestDifference(values, plain)).toBeLessThanOrEqual(most);
  });

  it.each(['us-j2k-ict', 'us-j2k-rct'])('of %s come whatever fills up their last item', async (name) => {
    const { values } = await decodeSample(`transfer-syntaxes/colour-small/${name}.dcm`);
    expect(values.length).toBe(640 * 480 * 3);
  });

  it('of JPEG-LS come by pixel or by plane as the stream keeps them', async () => {
    const [none, line, sample] = await Promise.all(
      [0, 1, 2].map((mode) => decodeSample(`transfer-syntaxes/colour-small/jpegls-ilv${mode}.dcm`)),
    );
    expect([none, line, sample].map(({ isPlanar }) => isPlanar)).toEqual([true, false, false]);
    expect(largestDifference(line.values, sample.values)).toBe(0);
    const pixels = none.values.length / 3;
    const byPixel = Uint8Array.from(none.values, (_, at) => none.values[(at % 3) * pixels + Math.floor(at / 3)]);
    expect(largestDifference(byPixel, sample.values)).toBe(0);
  });
});

describe.skipIf(!hasSamples())('a stream that is not what the file says', () => {
  const syntaxes = ['rle', 'jpeg-lossless-sv1-70', 'jpegls-lossless-80', 'j2k-lossless-90', 'htj2k-lossless-201'];

  it.each(syntaxes)('%s is refused when it holds another number of pixels', async (name) => {
    const file = sampleFile(`${CT}${name}.dcm`);
    const shape = { ...file.shape, samplesPerPixel: 3 };
    await expect(decodeFrame(file.frame(1), file.transferSyntax, shape, loadCodec)).rejects.toThrow('image');
  });

  it.each(syntaxes)('%s is refused when it is cut off', async (name) => {
    const file = sampleFile(`${CT}${name}.dcm`);
    const bytes = file.frame(1).subarray(0, 20_000);
    await expect(decodeFrame(bytes, file.transferSyntax, file.shape, loadCodec)).rejects.toThrow('image');
  });
});
