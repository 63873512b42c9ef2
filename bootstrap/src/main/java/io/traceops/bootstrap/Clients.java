package io.traceops.bootstrap;

import io.traceops.adapter.sentry.SentrySettings;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Where each kind of client sends to, as it is written into the client's own configuration. */
final class Clients {
    static final String SENTRY_DSN = "sentryDsn";

    /** Where any key is taken. Some SDKs accept letters, digits and underscores alone, and numbers alone as projects. */
    private static final String ANY_KEY = "anykey";

    private static final String SOME_KEY = "KEY";
    private static final String SOME_PROJECT = "1";

    private Clients() {}

    /** The addresses by the names of the clients, in an order for people. Doors that are shut are left out. */
    static Map<String, String> of(
            InetAddress address,
            Optional<SentrySettings> sentry,
            OptionalInt api,
            OptionalInt otlpGrpc,
            OptionalInt otlpHttp) {
        Map<String, String> clients = new LinkedHashMap<>();
        if (api.isPresent()) {
            sentry.map(settings -> dsn(Addresses.url(address, api.getAsInt()), settings))
                    .ifPresent(dsn -> clients.put(SENTRY_DSN, dsn));
        }
        otlpGrpc.ifPresent(port -> clients.put("otlpGrpc", Addresses.url(address, port)));
        otlpHttp.ifPresent(port -> clients.put("otlpHttp", Addresses.url(address, port)));
        return clients;
    }

    /** Known keys are not told to whoever asks. */
    private static String dsn(String url, SentrySettings settings) {
        String key = settings.anyKey() ? ANY_KEY : SOME_KEY;
        return url.replaceFirst("://", "://" + key + "@") + "/" + SOME_PROJECT;
    }
}
