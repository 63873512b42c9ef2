package io.traceops.adapter.sentry.ingest;

import io.traceops.adapter.sentry.event.SentryEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/** The body of the store endpoint: an event as JSON, or the same packed by zlib and written in Base64. */
final class PackedEvent {
    private PackedEvent() {}

    static SentryEvent.Outcome read(byte[] body) {
        return isJson(body) ? SentryEvent.read(body, 0, body.length) : unpacked(body);
    }

    private static SentryEvent.Outcome unpacked(byte[] body) {
        byte[] packed;
        try {
            packed = Base64.getDecoder().decode(new String(body, StandardCharsets.ISO_8859_1).strip());
        } catch (IllegalArgumentException e) {
            return new SentryEvent.Outcome.Unreadable("is neither JSON nor Base64");
        }
        try (InflaterInputStream unpacking = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] json = unpacking.readNBytes(SentryEvent.BYTES_MAX + 1);
            return SentryEvent.read(json, 0, json.length);
        } catch (IOException e) {
            return new SentryEvent.Outcome.Unreadable("is Base64, but not of zlib");
        }
    }

    private static boolean isJson(byte[] body) {
        for (byte next : body) {
            if (next > ' ') {
                return next == '{';
            }
            if (next < 0) {
                // A byte order mark, or something that the reader of JSON will complain about.
                return true;
            }
        }
        return true;
    }
}
