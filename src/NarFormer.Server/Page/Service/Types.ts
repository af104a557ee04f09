/** What the service answers; the shapes of /openapi/v1.json. */

export interface Tensor {
  readonly name: string;
  readonly type: string;
  readonly shape: Shape | null;
  readonly kind: 'input' | 'constant' | 'computed';
}

/** Dimensions, outermost first; one that is not known is null. */
export type Shape = readonly (number | null)[];

export interface Answer {
  readonly platform: string;
  readonly predictor: string | null;
  readonly source: 'measured' | 'predicted';
  readonly value: number;
  readonly unit: string;
  readonly milliseconds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number | null;
  readonly familiar: boolean | null;
  readonly at: string;
}

export interface Network {
  readonly hash: string;
  readonly name: string;
  readonly family: string | null;
  readonly addedAt: string;
  readonly opset: number;
  readonly nodes: number;
  readonly edges: number;
  readonly macs: number;
  readonly flops: number;
  readonly params: number;
  readonly weightBytes: number;
  readonly memoryBytes: number;
  readonly peakActivationBytes: number;
  readonly operators: Readonly<Record<string, number>>;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly unknownOperators: readonly string[];
  readonly warnings: readonly string[];
  readonly answers: readonly Answer[];
}

export interface GraphNode {
  readonly id: number;
  readonly name: string;
  readonly operator: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
  readonly macs: number;
  readonly params: number;
  readonly bytes: number;
  readonly share: number;
  /** Its part of the explained prediction. */
  readonly predicted: number | null;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly tensor: string;
  readonly shape: Shape | null;
}

/** Whose prediction the parts of the nodes add up to. */
export interface Explanation {
  readonly predictor: string;
  readonly platform: string;
  readonly unit: string;
  readonly value: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly explanation: Explanation | null;
}

export interface SimilarNetwork {
  readonly hash: string;
  readonly name: string;
  readonly family: string | null;
  readonly distance: number;
  readonly answers: readonly Answer[];
}

export interface ListedNetwork {
  readonly hash: string;
  readonly name: string;
  readonly family: string | null;
  readonly nodes: number;
  readonly macs: number;
  readonly params: number;
  readonly milliseconds: number | null;
  readonly source: 'measured' | 'predicted' | null;
}

export interface NetworkList {
  readonly total: number;
  readonly networks: readonly ListedNetwork[];
}

export interface Platform {
  readonly name: string;
  readonly description: string;
  readonly predictors: readonly string[];
  readonly measurements: number;
}

export interface PredictorCard {
  readonly name: string;
  readonly version: string;
  readonly platform: string;
  readonly unit: string;
  readonly task: string;
  readonly takes: 'networks' | 'cells';
  readonly space: string | null;
  readonly encoding: string;
  readonly trainingNetworks: number;
  readonly coverage: number | null;
  /** By the name of the split. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

export interface PredictedError {
  readonly hash: string;
  readonly name: string;
  readonly family: string | null;
  readonly measured: number;
  readonly predicted: number;
}

export interface MapPoint {
  readonly hash: string;
  readonly name: string;
  readonly family: string | null;
  readonly x: number;
  readonly y: number;
  readonly milliseconds: number | null;
  readonly source: 'measured' | 'predicted' | null;
}

export interface Sample {
  readonly name: string;
  readonly title: string;
}
