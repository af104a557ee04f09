import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, parse } from '../Addresses/Address.js';

test('Reads its own addresses', () => {
  assert.deepEqual(parse(addressOf.start()), { view: 'start' });
  assert.deepEqual(parse(addressOf.network('ab12')), { view: 'network', hash: 'ab12' });
  assert.deepEqual(parse(addressOf.compare('a', 'b')), { view: 'compare', left: 'a', right: 'b' });
  assert.deepEqual(parse(addressOf.map(null)), { view: 'map', predictor: null });
  assert.deepEqual(parse(addressOf.predictors('one/two %')), { view: 'predictors', name: 'one/two %' });
});

test('Shows the start without an address', () => assert.deepEqual(parse(''), { view: 'start' }));

test('Knows no other addresses', () => {
  for (const fragment of ['#/other', '#/networks', '#/networks/a/b', '#/compare/a', '#/compare/a/b/c']) assert.equal(parse(fragment).view, 'unknown');
});

test('Bears a broken escape', () => assert.deepEqual(parse('#/networks/%E0%A4%A'), { view: 'network', hash: '%E0%A4%A' }));
