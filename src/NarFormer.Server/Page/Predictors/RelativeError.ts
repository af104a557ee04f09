import type { PredictedError } from '../Service/Types.js';

/** The error as a part of the measured value; positive when the prediction is too high. */
export const relative = (error: PredictedError): number => error.predicted / error.measured - 1;

export const signedPercent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}\u00a0%`;
