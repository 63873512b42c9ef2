// Asks the server under test through its REST API.
import assert from 'node:assert/strict';
import { until } from './until.js';

/** Where the server listens, such as `http://127.0.0.1:8080`. */
export const url = process.env.TRACEOPS_URL;
assert.ok(url, 'TRACEOPS_URL is not set: start the tests with ./run, which starts a server too');

/** The answer to a GET, read as JSON. An answer that is no success is a failure of the test. */
export async function ask(path) {
  const answer = await fetch(url + path);
  const body = await answer.text();
  assert.equal(answer.status, 200, `GET ${path} was answered ${answer.status}: ${body}`);
  return JSON.parse(body);
}

/** Where clients are to send: `sentryDsn`, `otlpGrpc` and `otlpHttp`, as the server itself says it. */
export async function doors() {
  return (await ask('/')).clients;
}

/** The DSN of a project. This server takes every key. */
export function dsn(project, origin = url) {
  return `http://clients@${new URL(origin).host}/${project}`;
}

/** The event with this id, as soon as it is stored. */
export function event(id) {
  return until(`event ${id} is stored`, async () => {
    const answer = await fetch(`${url}/events/${id}`);
    await answer.body.cancel();
    return answer.status === 200 && ask(`/events/${id}`);
  });
}

/** The errors of a service as soon as at least so many are stored, newest first. */
export function errors(service, count = 1) {
  return until(`${count} errors of ${service} are stored`, async () => {
    const { events } = await ask(`/events?eventType=ERROR&serviceName=${service}`);
    return events.length >= count && events;
  });
}

/** The deploys of a service, newest first. */
export async function deploys(service) {
  return (await ask(`/events?eventType=DEPLOY&serviceName=${service}`)).events;
}

/** All that happened to a service, oldest first. */
export async function timeline(service) {
  return (await ask(`/events/timeline/${service}?limit=1000`)).events;
}

/** The issue that an event is in, with its transitions. */
export async function issueOf(stored) {
  const { issues } = await ask(`/issues?limit=1000&serviceName=${stored.serviceName}`);
  for (const { id } of issues) {
    const { events } = await ask(`/issues/${id}/events?limit=1000`);
    if (events.some(occurrence => occurrence.id === stored.id)) {
      return ask(`/issues/${id}`);
    }
  }
  return assert.fail(`event ${stored.id} is in none of the ${issues.length} issues of ${stored.serviceName}`);
}

/** The part of an event's grouping with this name: `message`, `frame`, `route` or `client`. */
export async function groupingPart(stored, name) {
  const { parts } = await ask(`/events/${stored.id}/grouping`);
  return parts.find(({ part }) => part === name)?.normalised;
}
