package io.traceops.adapter.rest;

import java.time.Instant;
import java.time.InstantSource;

/**
 * What the HTTP door needs to know of the server around it.
 *
 * @param version the version of the server
 * @param clock tells how long the server has been up
 * @param startedAt when the server was started
 */
public record RestSettings(String version, InstantSource clock, Instant startedAt) {}
