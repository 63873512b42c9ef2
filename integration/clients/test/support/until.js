import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL_MS = 50;
const DEADLINE_MS = 30_000;

/**
 * Probes until the answer is something, and returns it.
 *
 * @param {string} condition what is waited for, to be read in the failure
 * @param {() => unknown} probe gives a truthy value once the condition holds
 */
export async function until(condition, probe) {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = await probe();
    if (found) {
      return found;
    }
    assert.ok(Date.now() < deadline, `waited ${DEADLINE_MS / 1000} s in vain until ${condition}`);
    await pause(INTERVAL_MS);
  }
}
