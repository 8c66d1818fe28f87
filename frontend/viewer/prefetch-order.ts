/** Indexes of a stack of `count` from `center` outward, the way the reader moves first: 5 6 4 7 3 8 2 ... */
export function prefetchOrder(center: number, count: number, forward = true): number[] {
  const order: number[] = [];
  const [near, far] = forward ? [1, -1] : [-1, 1];
  const isInside = (index: number) => index >= 0 && index < count;
  for (let distance = 0; distance < count; distance++) {
    for (const index of distance === 0 ? [center] : [center + near * distance, center + far * distance]) {
      if (isInside(index)) {
        order.push(index);
      }
    }
  }
  return order;
}
