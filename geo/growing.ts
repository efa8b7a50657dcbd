/** Whole numbers written one after the other, as many as come. */
export interface Growing {
  readonly length: () => number;
  readonly push: (value: number) => void;
  /** What has been written, as a view: it holds until the next push. */
  readonly written: () => Int32Array;
}

export function createGrowing(room = 1024): Growing {
  let values: Int32Array = new Int32Array(room);
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (length === values.length) values = enlarged(values);
      values[length] = value;
      length += 1;
    },
    written: () => values.subarray(0, length),
  };
}

function enlarged(values: Int32Array): Int32Array {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}
