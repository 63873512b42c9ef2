package io.traceops.bootstrap.settings;

import io.traceops.application.watch.WatchPolicy;

/**
 * The bounds of a running engine.
 *
 * @param events how many events are kept
 * @param issuesMax the most issues kept
 * @param servicesMax the most services
 * @param exactUsersMax the most users of an issue, and routes of a family, that are counted exactly
 * @param batchMax the most events in one batch
 * @param bodiesPercent how much of the heap bodies over HTTP and exports may take at once, all together, 1 to 50
 * @param inFlightMax the most requests inside at once
 * @param streamsMax the most streams of events open at once
 * @param watch what is kept for watchers
 */
public record EngineLimits(
        EventsKept events,
        int issuesMax,
        int servicesMax,
        int exactUsersMax,
        int batchMax,
        int bodiesPercent,
        int inFlightMax,
        int streamsMax,
        WatchPolicy watch) {}
