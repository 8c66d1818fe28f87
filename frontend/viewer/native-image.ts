import type { CornerstoneImage } from './cornerstone';
import type { Frame } from './frame';
import { nativePixels } from './native-pixels';
import { rangeWindow } from './window-presets';

/** A grey picture straight from its stored bytes: no decoder, no worker, no copy. */
export function nativeImage(frame: Frame, bytes: Uint8Array<ArrayBuffer>): CornerstoneImage {
  const { values, min, max } = nativePixels(bytes, frame.pixels);
  const { rows, columns, photometricInterpretation } = frame.pixels;
  const { rescaleSlope: slope, rescaleIntercept: intercept } = frame;
  const window = frame.fileWindow ?? rangeWindow(min * slope + intercept, max * slope + intercept);
  return {
    imageId: frame.imageId,
    minPixelValue: min,
    maxPixelValue: max,
    slope,
    intercept,
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
