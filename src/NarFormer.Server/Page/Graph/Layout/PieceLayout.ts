import dagre from '@dagrejs/dagre';
import { spacing } from './Spacing.js';

/** A piece with nodes numbered from 0. */
export interface LocalPiece {
  readonly widths: readonly number[];
  readonly ranks: readonly number[];
  readonly edges: readonly (readonly [number, number])[];
}

/** Centres of the nodes in x, and for each edge the x at each row between its ends. */
export interface LocalLaid {
  readonly x: readonly number[];
  readonly bends: readonly (readonly number[])[];
}

/** Lays out pieces; networks repeat their blocks, so equal pieces are computed once. */
export class PieceLayout {
  readonly #known = new Map<string, LocalLaid>();

  of(piece: LocalPiece): LocalLaid {
    const key = JSON.stringify(piece);
    let laid = this.#known.get(key);
    if (laid === undefined) {
      laid = piece.widths.length <= 2 ? inLine(piece) : layered(piece);
      this.#known.set(key, laid);
    }

    return laid;
  }
}

function inLine(piece: LocalPiece): LocalLaid {
  const beside = piece.widths.length === 2 && piece.ranks[0] === piece.ranks[1];
  const x = beside ? [0, (piece.widths[0]! + piece.widths[1]!) / 2 + spacing.between] : piece.widths.map(() => 0);
  return { x, bends: piece.edges.map(() => []) };
}

function layered(piece: LocalPiece): LocalLaid {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: spacing.between, edgesep: spacing.between / 2, ranksep: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  piece.widths.forEach((width, node) => graph.setNode(String(node), { width, height: 2 }));
  for (const [from, to] of piece.edges) {
    const span = piece.ranks[to]! - piece.ranks[from]!;
    graph.setEdge(String(from), String(to), { minlen: span, weight: span === 1 ? 2 : 1 });
  }

  dagre.layout(graph);
  const x = piece.widths.map((_, node) => Number(graph.node(String(node)).x));
  const bends = piece.edges.map(([from, to]) => {
    const span = piece.ranks[to]! - piece.ranks[from]!;
    const points = graph.edge(String(from), String(to)).points ?? [];
    return Array.from({ length: span - 1 }, (_, row) => points[Math.round(((row + 1) * (points.length - 1)) / span)]!.x);
  });
  return { x, bends };
}
