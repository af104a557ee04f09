import type { Dag } from '../Graph/Layout/Dag.js';

/** Graphs like those of large networks. */
export const large: Readonly<Record<string, () => Dag>> = {
  'transformer, 2,500 nodes': () => grow(2500, add => {
    let x = add();
    return () => {
      const normal = add(x);
      const [query, key, value] = [0, 1, 2].map(() => add(add(add(add(normal)))));
      const mixed = add(add(add(add(add(query!, key!)), value!)));
      const first = add(add(add(mixed)), x);
      const wide = add(add(first));
      x = add(add(add(wide, add(wide))), first);
    };
  }),
  'dense blocks, 2,500 nodes': () => grow(2500, add => {
    let features = [add()];
    return () => {
      features.push(add(add(add(add(add(add(add(...features))))))));
      if (features.length === 48) features = [add(add(...features))];
    };
  }),
  'U-Net, 400 levels': () => grow(2400, add => {
    const skips: number[] = [];
    let x = add();
    let levels = 0;
    return () => {
      if (levels++ < 400) skips.push((x = add(add(x))));
      else x = add(add(add(x), skips.pop() ?? x));
    };
  }),
};

type Add = (...inputs: number[]) => number;

function grow(count: number, begin: (add: Add) => () => void): Dag {
  const edges: [number, number][] = [];
  let nodes = 0;
  const step = begin((...inputs) => {
    for (const input of new Set(inputs)) edges.push([input, nodes]);
    return nodes++;
  });
  while (nodes < count) step();
  return { widths: Array.from({ length: nodes }, (_, i) => 70 + (i % 5) * 12), height: 40, edges };
}
