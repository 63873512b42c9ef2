package io.traceops.adapter.sentry.auth;

/** The shape of keys. */
public final class PublicKeys {
    /** The longest key, in characters; the ones that Sentry makes have 32. */
    public static final int LENGTH_MAX = 128;

    private PublicKeys() {}

    /** Whether the text can be a key: short, and of visible ASCII characters. */
    public static boolean isKey(String text) {
        return !text.isEmpty() && text.length() <= LENGTH_MAX && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The key, or why it is none. */
    static Credentials credentials(String key) {
        return isKey(key)
                ? new Credentials.Key(key)
                : new Credentials.Malformed("sentry_key is not a key: 1 to " + LENGTH_MAX + " visible characters");
    }
}
