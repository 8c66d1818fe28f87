// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventBus } from './event-bus';
import { imagePlane, type ImagePlane } from './patient-space';
import type { ReadingRoom } from './reading-room';
import { testRoom } from './test-room';
import { slice } from './test-slices';

let here: ReadingRoom;
let there: ReadingRoom;

/** Messages between windows come later. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !condition(); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(condition()).toBe(true);
}

beforeEach(() => {
  here = testRoom();
  there = testRoom();
  here.otherWindows.join('1.2');
});

afterEach(() => {
  here.clear();
  there.clear();
});

describe('OtherWindows', () => {
  it('have the same links, also one that comes later', async () => {
    here.links.toggle('scroll');
    there.otherWindows.join('1.2');
    await until(() => there.links.isOn('scroll'));
    there.links.toggle('window');
    await until(() => here.links.isOn('window'));
    there.links.toggle('scroll');
    await until(() => !here.links.isOn('scroll'));
    expect(here.links.on).toEqual(['window']);
  });

  it('point at one place of the patient', async () => {
    there.otherWindows.join('1.2');
    const bus = new EventBus();
    const pointing = testRoom(bus);
    pointing.otherWindows.join('1.2');
    bus.emit('crosshairs-moved', { plane: imagePlane(slice()) as ImagePlane, position: [1, 2, 3] });
    await until(() => there.crosshairs.position !== undefined);
    expect([there.crosshairs.position, there.layout.tool]).toEqual([[1, 2, 3], 'crosshairs']);
    pointing.clear();
  });

  it('of another study hear nothing', async () => {
    there.otherWindows.join('9.9');
    const same = testRoom();
    same.otherWindows.join('1.2');
    here.links.toggle('zoom');
    await until(() => same.links.isOn('zoom'));
    expect(there.links.on).toEqual([]);
    same.clear();
  });
});
