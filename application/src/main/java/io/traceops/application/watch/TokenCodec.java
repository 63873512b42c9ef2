package io.traceops.application.watch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Resume tokens: opaque to clients, inside the feed's id and a place in it. */
final class TokenCodec {
    private static final char SEPARATOR = '~';
    private static final int LENGTH_MAX = 256;

    private final String feedId;

    TokenCodec(String feedId) {
        this.feedId = feedId;
    }

    /** A place, of this feed or of another run's. */
    record Position(boolean ofThisFeed, long position) {}

    String encode(long position) {
        String text = feedId + SEPARATOR + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a text that no feed made. */
    Optional<Position> decode(String token) {
        if (token.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int separator = text.lastIndexOf(SEPARATOR);
            if (separator < 0) {
                return Optional.empty();
            }
            long position = Long.parseLong(text.substring(separator + 1));
            boolean ofThisFeed = text.substring(0, separator).equals(feedId);
            return position < 0 ? Optional.empty() : Optional.of(new Position(ofThisFeed, position));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
