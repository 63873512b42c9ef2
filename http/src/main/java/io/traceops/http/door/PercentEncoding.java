package io.traceops.http.door;

import io.traceops.http.json.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding as RFC 3986 has it, over UTF-8. A plus sign is a plus sign. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** The text that is encoded; empty if it is not encoded properly. */
    public static Optional<String> decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return Optional.of(encoded);
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte next = bytes[at];
            if (next == '%') {
                int value = hexPair(bytes, at + 1);
                if (value < 0) {
                    return Optional.empty();
                }
                next = (byte) value;
                at += 2;
            }
            bytes[length++] = next;
        }
        return Utf8.firstInvalid(bytes, 0, length) < 0
                ? Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static int hexPair(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
