import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, count, duration, percent, text } from '../Figures/Quantity.js';

const plain = (value: string): string => value.replaceAll('\u00a0', ' ');

test('Shows three digits and a prefix', () => {
  assert.equal(plain(text(count(1194588800))), '1.19 G');
  assert.equal(plain(text(count(999_600))), '1.00 M');
  assert.equal(plain(text(count(42))), '42');
  assert.equal(plain(text(bytes(33485648))), '31.9 MiB');
  assert.equal(plain(text(bytes(0))), '0 B');
});

test('Shows times in the unit that fits', () => {
  assert.equal(plain(text(duration(15.07))), '15.1 ms');
  assert.equal(plain(text(duration(0.0042))), '4.20 µs');
  assert.equal(plain(text(duration(2345))), '2.35 s');
  assert.equal(plain(text(duration(9.999))), '10.0 ms');
});

test('Shows small shares as small', () => {
  assert.equal(plain(percent(0)), '0.0 %');
  assert.equal(plain(percent(0.0001)), '<0.1 %');
  assert.equal(plain(percent(0.047)), '4.7 %');
});
