package io.traceops.adapter.sentry.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an SDK is configured with: {@code scheme://key[:secret]@host[:port][/path]/project}.
 *
 * @param publicKey the key; a secret behind it is a thing of the past and counts for nothing
 * @param project the last segment of the path, as it is written
 */
public record Dsn(String publicKey, String project) {
    /** The longest DSN, in characters. */
    static final int LENGTH_MAX = 2_048;

    /** The DSN that a text is, if it is one. */
    public static Optional<Dsn> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            return of(uri.getRawAuthority(), uri.getRawPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Dsn> of(@Nullable String authority, @Nullable String path) {
        if (authority == null || path == null || authority.indexOf('@') < 0) {
            return Optional.empty();
        }
        String userInfo = authority.substring(0, authority.indexOf('@'));
        int colon = userInfo.indexOf(':');
        String key = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String project = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return PublicKeys.isKey(key) && !project.isEmpty() ? Optional.of(new Dsn(key, project)) : Optional.empty();
    }
}
