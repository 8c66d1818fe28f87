import { describe, expect, it } from 'vitest';
import { Cine } from './cine';
import { cineRate } from './cine-rate';

/** A projector whose time is ours: each drawing happens at the next of the given times, then the film is stopped. */
async function played(times: number[], rate: number, length: number): Promise<number[]> {
  const shown: number[] = [0];
  const reel = {
    length,
    get shown() {
      return shown.at(-1)!;
    },
    goTo: async (place: number) => void shown.push(place),
  };
  const coming = [...times];
  const cine: Cine = new Cine(
    reel,
    rate,
    () => undefined,
    async () => {
      const next = coming.shift();
      if (next === undefined) {
        cine.stop();
      }
      return next ?? 0;
    },
  );
  await cine.play();
  expect(cine.isPlaying).toBe(false);
  return shown;
}

describe('Cine', () => {
  it('shows one picture after the other at its rate, and begins anew at the end', async () => {
    expect(await played([0, 50, 100, 150, 200, 300, 400], 10, 3)).toEqual([0, 1, 2, 0, 1]);
  });

  it('leaves pictures out where drawing is slower than the film', async () => {
    expect(await played([0, 100, 350, 400], 10, 100)).toEqual([0, 1, 3, 4]);
  });

  it('keeps its rate within what can be set, and goes on from the picture on the screen', () => {
    let changes = 0;
    const cine = new Cine({ length: 2, shown: 0, goTo: async () => undefined }, 10, () => changes++);
    cine.rate = 500;
    expect(cine.rate).toBe(60);
    cine.rate = 0;
    expect(cine.rate).toBe(1);
    expect(changes).toBe(2);
  });
});

describe('cineRate', () => {
  it.each([
    ['as the maker recommends', { '00082144': { Value: ['15'] }, '00180040': { Value: ['30'] } }, 15],
    ['as recorded', { '00180040': { Value: ['30'] } }, 30],
    ['by the time of a frame', { '00181063': { Value: ['33.3'] } }, 30],
    ['by the mean time of frames', { '00181065': { Value: ['0', '40', '60'] } }, 20],
    ['usually', {}, 10],
    ['usually where the file tells nonsense', { '00181063': { Value: ['0'] } }, 10],
    ['never faster than 60', { '00181063': { Value: ['1'] } }, 60],
  ])('plays %s', (_, attributes, rate) => {
    expect(cineRate(attributes)).toBe(rate);
  });
});
