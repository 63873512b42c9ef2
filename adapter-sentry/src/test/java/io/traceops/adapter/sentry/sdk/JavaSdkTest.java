package io.traceops.adapter.sentry.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.Request;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.User;
import io.traceops.adapter.sentry.RunningDoor;
import io.traceops.adapter.sentry.SentrySettings;
import io.traceops.domain.event.ErrorEvent;
import io.traceops.domain.event.EventId;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.ServiceName;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real SDK for Java, pointed here by its DSN alone. */
class JavaSdkTest {
    private static final long FLUSH_TIMEOUT_MS = 20_000;

    private final RunningDoor door = RunningDoor.open(SentrySettings.of(
            Set.of("abc"), Set.of(), Map.of("42", new ServiceName("checkout")), false, InstantSource.system()));

    @BeforeEach
    void start() {
        Sentry.init(options -> configure(options, "abc"));
    }

    @AfterEach
    void close() {
        Sentry.close();
        door.close();
    }

    private void configure(SentryOptions options, String key) {
        options.setDsn("http://" + key + "@127.0.0.1:" + door.port() + "/42");
        options.setRelease("shop@2.7.1");
        options.setEnvironment("staging");
        options.setServerName("jvm-1");
        options.setEnableUncaughtExceptionHandler(false);
    }

    @Test
    void exception_withItsCause_isAnError() {
        SentryId id = Sentry.captureException(failure(), scope -> {
            User user = new User();
            user.setId("u-7");
            scope.setUser(user);
            scope.setTag("region", "eu");
            scope.setTransaction("GET /orders/{id}");
        });
        ErrorEvent event = arrived(id);

        assertThat(event.service()).isEqualTo(new ServiceName("checkout"));
        assertThat(event.message()).isEqualTo(PaymentFailed.class.getName() + ": payment of order 17 failed");
        assertThat(event.metadata().userId()).contains("u-7");
        assertThat(event.metadata().release()).contains("shop@2.7.1");
        assertThat(event.metadata().environment()).contains("staging");
        assertThat(text(event, "exceptionType")).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(text(event, "route")).isEqualTo("GET /orders/{id}");
        assertThat(text(event, "level")).isEqualTo("error");
        assertThat(text(event, "platform")).isEqualTo("java");
        assertThat(text(event, "serverName")).isEqualTo("jvm-1");
        assertThat(text(event, "sdk")).startsWith("sentry.java/8.");
        assertThat(text(event, "traceId")).hasSize(32);
        assertThat(event.metadata().member("fingerprint")).isEmpty();
        assertThat(event.metadata().member("tags")).contains(new JsonObject(Map.of("region", new JsonString("eu"))));
        assertThat(member(event, "exceptions"))
                .isEqualTo(new JsonArray(List.of(
                        exception(PaymentFailed.class.getName(), "payment of order 17 failed"),
                        exception("java.lang.IllegalArgumentException", "no such card"))));
        JsonObject newest =
                (JsonObject) ((JsonArray) member(event, "stack")).elements().getFirst();
        assertThat(newest.members())
                .containsEntry("function", new JsonString("charge"))
                .containsEntry("module", new JsonString(JavaSdkTest.class.getName()))
                .containsEntry("file", new JsonString("JavaSdkTest.java"))
                .containsKey("line");
    }

    @Test
    void exceptions_ofOnePlace_areOneIssue() {
        List<SentryId> ids = List.of(Sentry.captureException(failure()), Sentry.captureException(failure()));
        Sentry.flush(FLUSH_TIMEOUT_MS);

        assertThat(ids)
                .extracting(id -> door.ledger()
                        .event(new EventId(hex(id)))
                        .orElseThrow()
                        .issueId()
                        .orElseThrow())
                .hasSize(2)
                .containsOnly(door.ledger()
                        .event(new EventId(hex(ids.getFirst())))
                        .orElseThrow()
                        .issueId()
                        .orElseThrow());
    }

    @Test
    void suppressedException_doesNotDecide() {
        IllegalStateException thrown = new IllegalStateException("thrown");
        thrown.addSuppressed(new UnsupportedOperationException("suppressed"));
        ErrorEvent event = arrived(Sentry.captureException(thrown));

        assertThat(text(event, "exceptionType")).isEqualTo("java.lang.IllegalStateException");
        assertThat(event.metadata().member("exceptions")).isEmpty();
    }

    @Test
    void request_withoutTransaction_givesTheRoute() {
        SentryEvent sent = new SentryEvent(failure());
        Request request = new Request();
        request.setUrl("https://shop.example.com/orders/17");
        request.setMethod("POST");
        sent.setRequest(request);
        ErrorEvent event = arrived(Sentry.captureEvent(sent));

        assertThat(text(event, "route")).isEqualTo("/orders/17");
        assertThat(text(event, "url")).isEqualTo("https://shop.example.com/orders/17");
        assertThat(text(event, "method")).isEqualTo("POST");
    }

    @Test
    void fingerprint_ofTheClient_isKept() {
        SentryEvent sent = new SentryEvent(failure());
        sent.setFingerprints(List.of("{{ default }}", "card"));
        ErrorEvent event = arrived(Sentry.captureEvent(sent));

        assertThat(event.metadata().member("fingerprint"))
                .contains(new JsonArray(List.of(new JsonString("{{ default }}"), new JsonString("card"))));
    }

    @Test
    void fingerprint_thatIsTheDefault_isDropped() {
        SentryEvent sent = new SentryEvent(failure());
        sent.setFingerprints(List.of("{{ default }}"));

        assertThat(arrived(Sentry.captureEvent(sent)).metadata().member("fingerprint"))
                .isEmpty();
    }

    @Test
    void message_ofAnyLevel_isAnError() {
        ErrorEvent info = arrived(Sentry.captureMessage("all is well"));
        SentryEvent sent = new SentryEvent();
        Message message = new Message();
        message.setMessage("%s left");
        message.setParams(List.of("3"));
        sent.setMessage(message);
        sent.setLevel(SentryLevel.WARNING);
        ErrorEvent warning = arrived(Sentry.captureEvent(sent));

        assertThat(info.message()).isEqualTo("all is well");
        assertThat(text(info, "level")).isEqualTo("info");
        assertThat(warning.message()).isEqualTo("3 left");
        assertThat(text(warning, "level")).isEqualTo("warning");
    }

    @Test
    void sessionsAndTransactions_areDropped() {
        Sentry.startSession();
        Sentry.endSession();
        Sentry.flush(FLUSH_TIMEOUT_MS);

        assertThat(door.events()).isEmpty();
        assertThat(door.counted("session", "dropped")).isPositive();
    }

    @Test
    void key_thatIsUnknown_isRefused() {
        Sentry.init(options -> configure(options, "abd"));
        Sentry.captureException(failure());
        Sentry.flush(FLUSH_TIMEOUT_MS);

        assertThat(door.events()).isEmpty();
    }

    private ErrorEvent arrived(SentryId id) {
        Sentry.flush(FLUSH_TIMEOUT_MS);
        return (ErrorEvent) door.event(hex(id)).orElseThrow(() -> new AssertionError(door.events()));
    }

    private static String hex(SentryId id) {
        return id.toString().replace("-", "");
    }

    private static JsonValue member(ErrorEvent event, String name) {
        return event.metadata().member(name).orElseThrow(() -> new AssertionError(event.metadata()));
    }

    private static String text(ErrorEvent event, String name) {
        return ((JsonString) member(event, name)).text();
    }

    private static JsonObject exception(String type, String value) {
        return new JsonObject(Map.of("type", new JsonString(type), "value", new JsonString(value)));
    }

    private static PaymentFailed failure() {
        try {
            charge();
            return new PaymentFailed(Optional.empty());
        } catch (IllegalArgumentException e) {
            return new PaymentFailed(Optional.of(e));
        }
    }

    private static void charge() {
        throw new IllegalArgumentException("no such card");
    }

    private static final class PaymentFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        PaymentFailed(Optional<Throwable> cause) {
            super("payment of order 17 failed");
            cause.ifPresent(this::initCause);
        }
    }
}
