/** Test ground: cells without a page around them. */
import { EventBus } from './event-bus';
import { Layout } from './layout';
import { Menus } from './menus';
import { ReadingRoom } from './reading-room';

export function testLayout(bus: EventBus): Layout {
  return new Layout(bus, 'window', () => '');
}

export function testRoom(bus = new EventBus()): ReadingRoom {
  return new ReadingRoom(bus, new Menus(document, () => undefined), 'window', () => '');
}
