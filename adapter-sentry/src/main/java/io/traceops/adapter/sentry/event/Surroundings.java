package io.traceops.adapter.sentry.event;

import io.traceops.adapter.sentry.json.Fields;
import io.traceops.adapter.sentry.json.Texts;
import io.traceops.domain.event.JsonValue.JsonObject;
import java.util.Optional;

/** Where an error was met, by whom, and what it was part of. */
final class Surroundings {
    /** What SDKs send in place of an address that the server shall fill in; here nobody does. */
    private static final String AUTO = "{{auto}}";

    private final SentryEvent event;
    private final JsonObject request;
    private final JsonObject user;
    private final JsonObject trace;

    Surroundings(SentryEvent event) {
        this.event = event;
        this.request = event.object("request", "sentry.interfaces.Http").orElse(JsonObject.EMPTY);
        this.user = event.object("user", "sentry.interfaces.User").orElse(JsonObject.EMPTY);
        this.trace = Fields.object(event.json(), "contexts")
                .flatMap(contexts -> Fields.object(contexts, "trace"))
                .orElse(JsonObject.EMPTY);
    }

    /** The transaction if it reads as a route, else the path of the address. */
    Optional<String> route() {
        return transaction().filter(Routes::isRoute).or(() -> url().flatMap(Routes::path));
    }

    Optional<String> transactionThatIsNoRoute() {
        return transaction().filter(name -> !Routes.isRoute(name));
    }

    Optional<String> url() {
        return line(request, "url");
    }

    Optional<String> method() {
        return line(request, "method");
    }

    Optional<String> userId() {
        return line(user, "id")
                .or(() -> line(user, "email"))
                .or(() -> line(user, "username"))
                .or(() -> line(user, "ip_address").filter(address -> !address.equals(AUTO)));
    }

    Optional<String> traceId() {
        return line(trace, "trace_id");
    }

    Optional<String> spanId() {
        return line(trace, "span_id");
    }

    /** The SDK with its version, such as {@code sentry.java/8.62.0}. */
    Optional<String> sdk() {
        JsonObject sdk = Fields.object(event.json(), "sdk").orElse(JsonObject.EMPTY);
        return line(sdk, "name")
                .map(name -> line(sdk, "version")
                        .map(version -> name + '/' + version)
                        .orElse(name));
    }

    private Optional<String> transaction() {
        return line(event.json(), "transaction");
    }

    private static Optional<String> line(JsonObject object, String name) {
        return Fields.text(object, name).map(Texts::inOneLine).filter(text -> !text.isEmpty());
    }
}
