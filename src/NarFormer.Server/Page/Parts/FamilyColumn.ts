import type { Column } from './SortableTable.js';

/** The column of families, if any of the rows has one. */
export const familyColumn = <Row extends { readonly family: string | null }>(rows: readonly Row[]): readonly Column<Row>[] =>
  rows.some(row => row.family !== null) ? [{ title: 'Family', value: row => row.family ?? '', show: row => row.family ?? '–', minor: true }] : [];
