import type { Messages } from '../messages';
import type { TagTexts } from './tag-rows';

export function tagTexts(messages: Messages): TagTexts {
  return {
    items: (count) => (count === 1 ? messages.get('tags.items.one') : messages.get('tags.items.many', count)),
    item: (place) => messages.get('tags.item', place),
    bytes: (count) => messages.get('tags.bytes', count),
    apart: messages.get('tags.apart'),
    more: (count) => messages.get('tags.more', count),
  };
}
