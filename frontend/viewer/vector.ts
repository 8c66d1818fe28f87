/** A direction or a position in millimetres in the patient's system: x to the left, y to the back, z to the head. */
export type Vector = readonly [x: number, y: number, z: number];

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** x·a + y·b */
export function combine(a: Vector, x: number, b: Vector, y: number): Vector {
  return [a[0] * x + b[0] * y, a[1] * x + b[1] * y, a[2] * x + b[2] * y];
}

export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}
