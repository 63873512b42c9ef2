package io.traceops.http.door;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The names of requests, by which a client finds its request in the logs: the client's own, or else one of ours. */
final class RequestIds {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "traceops.requestId";
    private static final int LENGTH_MAX = 128;

    private RequestIds() {}

    /** The client's name for the request if it is usable, else a fresh one; the same whenever it is asked for. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = Optional.ofNullable(request.getHeaders().get(HEADER))
                    .filter(RequestIds::isUsable)
                    .orElseGet(RequestIds::fresh);
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    /** Random, since it only has to differ from others; nobody gains anything by guessing it. */
    static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** A name goes into headers and logs, so it is short and made of visible ASCII characters. */
    private static boolean isUsable(String id) {
        return !id.isEmpty() && id.length() <= LENGTH_MAX && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
