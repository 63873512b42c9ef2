package io.traceops.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** How HTTP adapters want their server set up, as properties of Micronaut. Whoever starts the server passes them in. */
public final class ServerProperties {
    private static final int CHUNK_BYTES_MAX = 64 << 10;

    private ServerProperties() {}

    /** @param port 0 for any free one */
    public static Map<String, Object> of(String host, int port) {
        return of(host, Map.of("api", port));
    }

    /** @param listeners the ports to listen at by the names of their listeners, each 0 for any free one; at least one */
    public static Map<String, Object> of(String host, Map<String, Integer> listeners) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("micronaut.server.host", host);
        listeners.forEach((name, port) -> {
            properties.put("micronaut.server.netty.listeners." + name + ".host", host);
            properties.put("micronaut.server.netty.listeners." + name + ".port", port);
        });
        // Streams have any length. Whole bodies are held to their limit where they are read.
        properties.put("micronaut.server.max-request-size", Long.MAX_VALUE);
        properties.put("micronaut.server.netty.max-chunk-size", CHUNK_BYTES_MAX);
        // A small body can unpack into a huge one: bodies are unpacked where they are read, within their limits.
        properties.put("micronaut.server.netty.request-decompression-enabled", false);
        properties.put("micronaut.server.netty.keep-alive-on-server-error", true);
        properties.put("micronaut.server.log-handled-exceptions", false);
        // The door writes the date itself, once a second; the server would for each answer.
        properties.put("micronaut.server.date-header", false);
        // The metrics of requests come from this door, with a bounded number of labels.
        properties.put("micronaut.metrics.binders.web.enabled", false);
        properties.put("endpoints.all.enabled", false);
        return properties;
    }
}
