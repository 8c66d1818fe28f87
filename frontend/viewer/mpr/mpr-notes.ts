import type { Messages } from '../messages';
import type { Mpr } from './mpr';
import type { VolumeRefusal } from './volume';

/** What a reader has to know to judge the planes: how they were made, and what they lack. */
export function mprNotes(mpr: Mpr, messages: Messages): string[] {
  const { isEven, smallestMm, largestMm, tiltDegrees } = mpr.spacing;
  return [
    isEven ? '' : messages.get('mpr.note.uneven', smallestMm.toFixed(1), largestMm.toFixed(1)),
    tiltDegrees > 0 ? messages.get('mpr.note.tilt', tiltDegrees.toFixed(1)) : '',
    mpr.reduction > 1 ? messages.get('mpr.note.reduced', mpr.reduction) : '',
    mpr.failed > 0 ? messages.get('mpr.note.failed', mpr.failed, mpr.sliceCount) : '',
  ].filter(Boolean);
}

/** The same of a plane that is saved or printed, where there is no bar that tells the slab and what is still to come. */
export function planeNotes(mpr: Mpr, messages: Messages): string[] {
  const { slab, loaded, failed, sliceCount } = mpr;
  return [
    ...mprNotes(mpr, messages),
    loaded + failed < sliceCount ? messages.get('mpr.note.loading', loaded, sliceCount) : '',
    slab.thicknessMm > 0 ? messages.get(`mpr.${slab.projection}`) : '',
  ].filter(Boolean);
}

export function refusalText({ reason, values }: VolumeRefusal, messages: Messages): string {
  return messages.get(`mpr.refused.${reason}`, ...values);
}
