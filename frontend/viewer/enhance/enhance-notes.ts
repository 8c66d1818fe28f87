import type { Messages } from '../messages';
import { isFiltered, type Enhancement } from './enhancement';

/** What a reader has to know of a picture that shows other differences than the file has; [] when it does not. */
export function enhancementNotes(enhancement: Enhancement, messages: Messages): string[] {
  if (!isFiltered(enhancement)) {
    return [];
  }
  const { filter, brightness, contrast } = enhancement;
  const changes = [
    filter === 'none' ? '' : messages.get(`enhance.${filter}`),
    brightness === 0 ? '' : `${messages.get('enhance.brightness')} ${signed(brightness)}`,
    contrast === 0 ? '' : `${messages.get('enhance.contrast')} ${signed(contrast)}`,
  ];
  return [messages.get('enhance.note', changes.filter(Boolean).join(', '))];
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}
