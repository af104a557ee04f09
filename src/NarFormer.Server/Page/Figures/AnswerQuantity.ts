import type { Answer } from '../Service/Types.js';
import { duration, percent, type Quantity } from './Quantity.js';
import { significant } from './Significant.js';

/** A value in the unit of an answer: a time, a share, or whatever else is predicted. */
export function quantityIn(answer: Pick<Answer, 'unit'>, value: number): Quantity {
  if (answer.unit === 'ms') return duration(value);
  return answer.unit === '' ? { number: percent(value), unit: '' } : { number: significant(value), unit: answer.unit };
}
