import { item } from '../dicom-json';
import type { Frame } from '../frame';
import type { Messages } from '../messages';
import { Tag } from '../tags';
import { displayedArea } from './displayed-area';
import { stateName } from './layers-menu';
import type { PictureLayers } from './picture-layers';
import { isFor } from './presentation-state';
import { hasTooMany } from './state-layers';

/**
 * What a reader has to know of what lies over a picture, or is kept from it; [] when it is all there is to see.
 *
 * @param isIdentified whether people and dates may be named
 */
export function layersNotes(
  layers: PictureLayers,
  frame: Frame,
  messages: Messages,
  isIdentified = true,
): string[] {
  return [
    ...stateNotes(layers, frame, messages, isIdentified),
    !layers.isShown && layers.has(frame) ? messages.get('layers.hidden') : '',
    layers.isIncomplete(frame) ? messages.get('layers.incomplete') : '',
    layers.failure === undefined ? '' : messages.get('layers.failed', layers.failure),
  ].filter(Boolean);
}

function stateNotes({ chosen }: PictureLayers, frame: Frame, messages: Messages, isIdentified: boolean): string[] {
  if (!chosen) {
    return [];
  }
  const name = isIdentified ? stateName(chosen, messages) : messages.get('object.presentation');
  if (!isFor(chosen, frame)) {
    return [messages.get('layers.elsewhere', name)];
  }
  const by = isIdentified ? [chosen.creator, chosen.made].filter(Boolean).join(', ') : '';
  return [
    by ? messages.get('layers.appliedBy', name, by) : messages.get('layers.applied', name),
    displayedArea(chosen, frame).size === 'true size' ? messages.get('layers.trueSize') : '',
    hasTooMany(chosen, frame) ? messages.get('layers.tooMany') : '',
    item(chosen.attributes, Tag.MaskSubtractionSequence, 0) ? messages.get('layers.mask') : '',
  ];
}
