package io.traceops.adapter.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the HTTP door needs to know of the server around it.
 *
 * @param version the version of the server
 * @param clock tells how long the server has been up
 * @param startedAt when the server was started
 * @param clients where clients that speak other protocols send to, by the names of these
 */
public record RestSettings(
        String version, InstantSource clock, Instant startedAt, Supplier<Map<String, String>> clients) {}
