package io.traceops.application.port;

/**
 * How much a ledger holds and what it has given up.
 *
 * @param events stored events
 * @param issues known issues
 * @param services known services
 * @param bytes what the stored events take, in bytes, with the room between them and without indexes
 * @param eventsDropped events dropped for room since the start
 * @param issuesDropped issues forgotten for room since the start
 * @param releasesOverlooked how often an event named a release that was not taken for a deploy for want of room
 */
public record LedgerSize(
        long events,
        long issues,
        long services,
        long bytes,
        long eventsDropped,
        long issuesDropped,
        long releasesOverlooked) {}
