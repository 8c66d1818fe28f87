import { number, numbers, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/** Frames per second that can be set. */
export const SLOWEST = 1;
export const FASTEST = 60;

/** For stacks of slices and for films that do not tell. */
const USUAL = 10;

/** How fast a film is meant to run, in frames per second (PS3.3 C.7.6.5): as its maker recommends, else as recorded. */
export function cineRate(attributes: DicomJsonDataSet): number {
  const recommended = number(attributes, Tag.RecommendedDisplayFrameRate);
  const recorded = number(attributes, Tag.CineRate) ?? ofFrameTime(frameTimeMs(attributes));
  const rate = [recommended, recorded].find((each) => each !== undefined && each > 0) ?? USUAL;
  return clampRate(rate);
}

export function clampRate(framesPerSecond: number): number {
  return Math.round(Math.min(FASTEST, Math.max(SLOWEST, framesPerSecond)));
}

/** Time between two frames, which may differ from one to the next; the first entry of the vector is always 0. */
function frameTimeMs(attributes: DicomJsonDataSet): number | undefined {
  const steps = numbers(attributes, Tag.FrameTimeVector)?.slice(1) ?? [];
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return number(attributes, Tag.FrameTime) ?? (mean > 0 ? mean : undefined);
}

function ofFrameTime(milliseconds: number | undefined): number | undefined {
  return milliseconds !== undefined && milliseconds > 0 ? 1000 / milliseconds : undefined;
}
