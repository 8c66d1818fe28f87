import type { CornerstoneImage } from './cornerstone';
import type { Frame } from './frame';
import { nativePixels } from './native-pixels';
import { fullWindow } from './window-presets';

/** A grey picture straight from its stored bytes: no decoder, no worker, no copy. */
export function nativeImage(frame: Frame, bytes: Uint8Array<ArrayBuffer>): CornerstoneImage {
  const { values, min, max } = nativePixels(bytes, frame.pixels);
  const { rows, columns, photometricInterpretation } = frame.pixels;
  const { rescaleSlope: slope, rescaleIntercept: intercept } = frame;
  const range = { minPixelValue: min, maxPixelValue: max, slope, intercept };
  const window = frame.fileWindow ?? fullWindow(range);
  return {
    imageId: frame.imageId,
    ...range,
    windowCenter: window.center,
    windowWidth: window.width,
    getPixelData: () => values,
    rows,
    columns,
    height: rows,
    width: columns,
    color: false,
    rowPixelSpacing: frame.aspect[0],
    columnPixelSpacing: frame.aspect[1],
    invert: photometricInterpretation === 'MONOCHROME1',
    sizeInBytes: values.byteLength,
  };
}
