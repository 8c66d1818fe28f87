import { items, type DicomJsonDataSet } from './dicom-json';
import { Tag } from './tags';

/**
 * Attributes that hold for one frame. Enhanced objects keep them in functional groups (PS3.3 C.7.6.16): a macro of the
 * frame wins over a shared one, and that over the top level. Items are laid flat; a plain object is returned as it is.
 *
 * @param frame frame number, from 1
 */
export function frameAttributes(instance: DicomJsonDataSet, frame: number): DicomJsonDataSet {
  const shared = items(instance, Tag.SharedFunctionalGroupsSequence)[0];
  const own = items(instance, Tag.PerFrameFunctionalGroupsSequence)[frame - 1];
  if (!shared && !own) {
    return instance;
  }
  return Object.assign({}, instance, ...macros(shared), ...macros(own));
}

function macros(group: DicomJsonDataSet | undefined): DicomJsonDataSet[] {
  if (!group) {
    return [];
  }
  return Object.keys(group).flatMap((tag) => items(group, tag).slice(0, 1));
}
