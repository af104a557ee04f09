/** A part of the graph that is laid out on its own. It shares its first nodes with the pieces above. */
export interface Piece {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** Pieces from top to bottom, and the edges that are too long for them and run in lanes beside the column. */
export interface Cutting {
  readonly pieces: readonly Piece[];
  readonly lanes: readonly number[];
}

const limits = { depth: 60, work: 240, shortest: 4, band: 24 } as const;

type Edges = readonly (readonly [number, number])[];

/**
 * Cuts a graph where one node separates what is above from what is below. What stays too large for a layered layout
 * loses its longest edges to lanes until it falls apart, and is cut between rows if it does not.
 */
export function cut(ranks: readonly number[], edges: Edges): Cutting {
  const pieces: Piece[] = [];
  const lanes: number[] = [];
  const order = ranks.map((_, node) => node).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const span = (edge: number): number => ranks[edges[edge]![1]]! - ranks[edges[edge]![0]]!;

  const depthOf = (nodes: readonly number[]): number => ranks[nodes[nodes.length - 1]!]! - ranks[nodes[0]!]!;
  const workOf = (piece: Piece): number => piece.edges.reduce((sum, edge) => sum + span(edge) - 1, piece.nodes.length);

  const refine = (piece: Piece, longest: number): void => {
    const inside = piece.edges.filter(edge => span(edge) <= longest);
    const parts = separate(piece.nodes, inside, edges);
    const small = (part: Piece): boolean => depthOf(part.nodes) <= limits.depth && workOf(part) <= limits.work;
    if (parts.length === 1 && longest > limits.shortest && !small(parts[0]!)) {
      refine(piece, Math.max(limits.shortest, Math.floor(Math.min(longest, depthOf(piece.nodes)) / 2)));
      return;
    }

    for (const edge of piece.edges) if (span(edge) > longest) lanes.push(edge);
    for (const part of parts) {
      if (small(part)) pieces.push(part);
      else if (longest > limits.shortest) refine(part, Math.max(limits.shortest, Math.floor(Math.min(longest, depthOf(part.nodes)) / 2)));
      else pieces.push(...bands(part, ranks, edges));
    }
  };

  refine({ nodes: order, edges: edges.map((_, edge) => edge) }, Infinity);
  return { pieces, lanes };
}

/** Cuts at every node that no edge passes by; the node belongs to the pieces on both sides. */
function separate(nodes: readonly number[], inside: readonly number[], edges: Edges): Piece[] {
  const place = new Map(nodes.map((node, i) => [node, i]));
  const passing = new Array<number>(nodes.length + 1).fill(0);
  for (const edge of inside) {
    const [from, to] = edges[edge]!;
    passing[place.get(from)! + 1]!++;
    passing[place.get(to)!]!--;
  }

  const starts = [0];
  let sum = passing[0]!;
  for (let i = 1; i < nodes.length - 1; i++) {
    sum += passing[i]!;
    if (sum === 0) starts.push(i);
  }

  return collect(nodes, inside, edges, starts, place);
}

/** Cuts between rows, where nothing better is found. */
function bands(piece: Piece, ranks: readonly number[], edges: Edges): Piece[] {
  const first = ranks[piece.nodes[0]!]!;
  const place = new Map(piece.nodes.map((node, i) => [node, i]));
  const bandOf = (node: number): number => Math.floor((ranks[node]! - first) / limits.band);
  const parts: { nodes: Set<number>; edges: number[] }[] = [];
  const part = (band: number): { nodes: Set<number>; edges: number[] } => (parts[band] ??= { nodes: new Set(), edges: [] });
  for (const node of piece.nodes) part(bandOf(node)).nodes.add(node);
  for (const edge of piece.edges) {
    const [from, to] = edges[edge]!;
    const target = part(bandOf(to));
    target.nodes.add(from);
    target.edges.push(edge);
  }

  return parts.filter(Boolean).map(({ nodes, edges: own }) => ({ nodes: [...nodes].sort((a, b) => place.get(a)! - place.get(b)!), edges: own }));
}

function collect(nodes: readonly number[], inside: readonly number[], edges: Edges, starts: readonly number[], place: Map<number, number>): Piece[] {
  const partOf = new Array<number>(nodes.length).fill(0);
  starts.forEach((start, part) => partOf.fill(part, start, starts[part + 1] ?? nodes.length));
  const own: number[][] = starts.map(() => []);
  for (const edge of inside) {
    const from = place.get(edges[edge]![0])!;
    own[partOf[from]!]!.push(edge);
  }

  return starts.map((start, part) => ({ nodes: nodes.slice(start, (starts[part + 1] ?? nodes.length - 1) + 1), edges: own[part]! }));
}
