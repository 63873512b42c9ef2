package io.traceops.adapter.sentry.auth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the key of a request where SDKs put it: the header {@code X-Sentry-Auth}, the header {@code Authorization}, the
 * query. The first of these places that has one counts; what stands in another place is not looked at. The header of an
 * envelope, which comes last, is read with the envelope.
 *
 * <p>Both headers read {@code Sentry name=value, name=value}: any order, any case of the names, with or without blanks.
 */
public final class SentryAuth {
    private static final String SCHEME = "sentry";
    private static final String KEY = "sentry_key";

    private SentryAuth() {}

    /**
     * @param sentryAuth the header {@code X-Sentry-Auth}
     * @param authorization the header {@code Authorization}; one of another scheme is not ours to read
     * @param queryKey the parameter {@code sentry_key}, decoded
     */
    public static Credentials of(
            Optional<String> sentryAuth, Optional<String> authorization, Optional<String> queryKey) {
        if (sentryAuth.isPresent() && !sentryAuth.get().isBlank()) {
            return withScheme(sentryAuth.get())
                    .map(SentryAuth::ofPairs)
                    .orElseGet(() -> new Credentials.Malformed("X-Sentry-Auth does not begin with 'Sentry '"));
        }
        Optional<String> pairs = authorization.flatMap(SentryAuth::withScheme);
        if (pairs.isPresent()) {
            return ofPairs(pairs.get());
        }
        return queryKey.map(key -> PublicKeys.credentials(key.strip())).orElseGet(Credentials.Missing::new);
    }

    /** What stands behind the scheme, if it is the one of Sentry. */
    private static Optional<String> withScheme(String header) {
        String trimmed = header.strip();
        boolean isSentry = trimmed.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (trimmed.length() == SCHEME.length() || isBlank(trimmed.charAt(SCHEME.length())));
        return isSentry ? Optional.of(trimmed.substring(SCHEME.length()).strip()) : Optional.empty();
    }

    private static Credentials ofPairs(String pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                return new Credentials.Malformed("the auth header has a part that is not name=value");
            }
        }
        return Optional.ofNullable(values.get(KEY)).map(PublicKeys::credentials).orElseGet(Credentials.Missing::new);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
