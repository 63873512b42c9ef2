package io.traceops.adapter.sentry.event;

import static io.traceops.adapter.sentry.event.Drafts.draft;
import static io.traceops.adapter.sentry.event.Drafts.has;
import static io.traceops.adapter.sentry.event.Drafts.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.application.capture.EventDraft;
import io.traceops.domain.event.Event;
import io.traceops.domain.event.EventType;
import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonArray;
import io.traceops.domain.event.JsonValue.JsonObject;
import io.traceops.domain.event.JsonValue.JsonString;
import io.traceops.domain.event.Metadata;
import io.traceops.domain.event.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMappingTest {
    @Test
    void event_thatSaysNothing_isAnErrorAllTheSame() {
        EventDraft draft = draft("{}");

        assertThat(draft.type()).contains(EventType.ERROR);
        assertThat(draft.serviceName()).contains("checkout");
        assertThat(draft.id()).isEmpty();
        assertThat(draft.timestampMicros()).isEmpty();
        assertThat(draft.message()).isEmpty();
        assertThat(draft.metadata()).contains(new JsonObject(Map.of("level", new JsonString("error"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"event_id\":\"9D3E1D5C9A7B4E2F8C6D4B2A1908F7E6\"}', 9d3e1d5c9a7b4e2f8c6d4b2a1908f7e6",
        "'{\"event_id\":\"9d3e1d5c-9a7b-4e2f-8c6d-4b2a1908f7e6\"}', 9d3e1d5c9a7b4e2f8c6d4b2a1908f7e6",
        "'{\"event_id\":\"9d3e1d5c\"}', ",
        "'{\"event_id\":\"zz3e1d5c9a7b4e2f8c6d4b2a1908f7e6\"}', ",
        "'{\"event_id\":17}', ",
    })
    void id_isHexWithoutDashes(String json, @Nullable String id) {
        assertThat(draft(json).id()).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void id_ofTheEnvelope_countsMore() {
        JsonObject header = new JsonObject(Map.of("event_id", new JsonString("1d3e1d5c9a7b4e2f8c6d4b2a1908f7e6")));
        SentryEvent event = Drafts.event("{\"event_id\":\"2d3e1d5c9a7b4e2f8c6d4b2a1908f7e6\"}");

        assertThat(EventMapping.draft(event, new ServiceName("checkout"), header, 0)
                        .id())
                .contains("1d3e1d5c9a7b4e2f8c6d4b2a1908f7e6");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"exception\":{\"values\":[{\"type\":\"A\",\"value\":\"b\"}]}}', A: b",
        "'{\"exception\":[{\"type\":\"A\",\"value\":\"b\"}]}', A: b",
        "'{\"exception\":{\"type\":\"A\",\"value\":\"b\"}}', A: b",
        "'{\"sentry.interfaces.Exception\":{\"values\":[{\"type\":\"A\"}]}}', A",
        "'{\"exception\":{\"values\":[{\"type\":\"A\",\"value\":\"\"}]}}', A",
        "'{\"exception\":{\"values\":[{\"value\":\"b\"}]}}', b",
        "'{\"exception\":{\"values\":[{\"type\":\"A\"},{\"type\":\"B\"}]}}', B",
        "'{\"exception\":{\"values\":[]},\"message\":\"m\"}', m",
        "'{\"exception\":null,\"message\":\"m\"}', m",
        "'{\"exception\":{\"values\":[null,{}]},\"message\":\"m\"}', m",
        "'{\"message\":{\"message\":\"%s of %d\",\"params\":[\"a\",2]}}', a of 2",
        "'{\"message\":{\"message\":\"%s of %d\",\"formatted\":\"a of 3\"}}', a of 3",
        "'{\"logentry\":{\"message\":\"100%\",\"params\":[\"a\"]}}', 100%",
        "'{\"logentry\":{\"message\":\"%s %s\",\"params\":[\"a\"]}}', a %s",
        "'{\"sentry.interfaces.Message\":{\"message\":\"m\"}}', m",
    })
    void message_isTheThrownExceptionElseTheLogs(String json, String message) {
        assertThat(draft(json).message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "java, java.lang, NullPointerException, java.lang.NullPointerException",
        "java, com.acme, Outer$Inner, com.acme.Outer$Inner",
        "java, com.acme, com.acme.Full, com.acme.Full",
        "python, builtins, ValueError, ValueError",
        "python, app.errors, Broken, app.errors.Broken",
        "csharp, System.Private.CoreLib, System.Exception, System.Exception",
        "ruby, ActiveRecord, ActiveRecord::NotFound, ActiveRecord::NotFound",
        "node, app, TypeError, TypeError",
    })
    void type_isWhatTheRuntimePrints(String platform, String module, String type, String printed) {
        String json = "{\"platform\":\"" + platform + "\",\"exception\":[{\"module\":\"" + module + "\",\"type\":\""
                + type + "\",\"value\":\"v\"}]}";

        assertThat(draft(json).message()).contains(printed + ": v");
    }

    @ParameterizedTest
    @CsvSource({
        "fatal, fatal",
        "50, fatal",
        "40, error",
        "warn, warning",
        "30, warning",
        "info, info",
        "20, info",
        "debug, debug",
        "10, debug",
        "log, log",
        "odd, error"
    })
    void level_isAWordOrANumber(String level, String word) {
        assertThat(member(draft("{\"level\":\"" + level + "\"}"), "level")).isEqualTo(new JsonString(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[\"{{ default }}\"]", "[\"{{default}}\"]", "{}", "[null]", "\"a\""})
    void fingerprint_thatIsTheDefault_isDropped(String fingerprint) {
        assertThat(has(draft("{\"fingerprint\":" + fingerprint + "}"), "fingerprint"))
                .isFalse();
    }

    @Test
    void fingerprint_ofTheClient_isPassedOn() {
        assertThat(member(draft("{\"fingerprint\":[\"{{ default }}\",\"db\",7]}"), "fingerprint"))
                .isEqualTo(new JsonArray(
                        List.of(new JsonString("{{ default }}"), new JsonString("db"), new JsonString("7"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/{id}, https://a.example/b, /orders/{id}",
        "GET /orders/{id}, https://a.example/b, GET /orders/{id}",
        "OrdersController#show, https://a.example/b?c=1#d, /b",
        "OrdersController#show, https://a.example, /",
        "OrdersController#show, https://a.example?x=/y, /",
        "GET orders, /b?c, /b",
        "FETCH /orders, /b, /b",
    })
    void route_isTheTransactionElseThePath(String transaction, String url, String route) {
        String json = "{\"transaction\":\"" + transaction + "\",\"request\":{\"url\":\"" + url + "\"}}";

        assertThat(member(draft(json), "route")).isEqualTo(new JsonString(route));
    }

    @Test
    void route_thatNothingTells_isAbsent() {
        EventDraft draft = draft("{\"transaction\":\"app.tasks.restock\",\"request\":{\"url\":\"about:blank\"}}");

        assertThat(has(draft, "route")).isFalse();
        assertThat(member(draft, "transaction")).isEqualTo(new JsonString("app.tasks.restock"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"id\":1,\"email\":\"e\"}', 1",
        "'{\"id\":\"\",\"email\":\"e\",\"username\":\"u\"}', e",
        "'{\"username\":\"u\",\"ip_address\":\"10.0.0.1\"}', u",
        "'{\"ip_address\":\"10.0.0.1\"}', 10.0.0.1",
    })
    void user_isTheFirstThatIsKnown(String user, String id) {
        assertThat(member(draft("{\"user\":" + user + "}"), "userId")).isEqualTo(new JsonString(id));
    }

    @Test
    void user_thatTheServerShouldGuess_isUnknown() {
        assertThat(has(draft("{\"user\":{\"ip_address\":\"{{auto}}\"}}"), "userId"))
                .isFalse();
    }

    @Test
    void stack_ofAMessage_isThatOfItsThread() {
        String json = """
            {"message":"m","threads":{"values":[
              {"id":1,"stacktrace":{"frames":[{"function":"idle"}]}},
              {"id":2,"current":true,"stacktrace":{"frames":[{"function":"outer"},{"function":"inner"}]}}]}}\
            """;

        assertThat(member(draft(json), "stack")).isEqualTo(new JsonArray(List.of(frame("inner"), frame("outer"))));
    }

    @Test
    void stack_ofFormerTimes_isRead() {
        assertThat(member(draft("{\"sentry.interfaces.Stacktrace\":{\"frames\":[{\"function\":\"f\"}]}}"), "stack"))
                .isEqualTo(new JsonArray(List.of(frame("f"))));
    }

    @Test
    void stack_ofACauseWithout_isThatOfTheNextOne() {
        String json = """
            {"platform":"java","exception":[
              {"type":"Root","module":"a"},
              {"type":"Middle","module":"a","stacktrace":{"frames":[{"function":"middle"}]}},
              {"type":"Thrown","module":"a","stacktrace":{"frames":[{"function":"thrown"}]}}]}\
            """;
        EventDraft draft = draft(json);

        assertThat(member(draft, "stack")).isEqualTo(new JsonArray(List.of(frame("middle"))));
        assertThat(member(draft, "exceptionType")).isEqualTo(new JsonString("a.Root"));
    }

    @Test
    void stack_ofAGroupInPython_isThatOfItsFirstException() {
        String json = """
            {"platform":"python","exception":{"values":[
              {"type":"KeyError","mechanism":{"exception_id":2,"parent_id":0},
               "stacktrace":{"frames":[{"function":"second"}]}},
              {"type":"ValueError","mechanism":{"exception_id":1,"parent_id":0},
               "stacktrace":{"frames":[{"function":"first"}]}},
              {"type":"ExceptionGroup","value":"many","mechanism":{"exception_id":0,"is_exception_group":true},
               "stacktrace":{"frames":[{"function":"gather"}]}}]}}\
            """;

        assertThat(draft(json).message()).contains("ExceptionGroup: many");
        assertThat(member(draft(json), "stack")).isEqualTo(new JsonArray(List.of(frame("first"))));
    }

    @Test
    void group_thatIsItsOwnMember_endsTheSearch() {
        String json = """
            {"platform":"python","exception":[
              {"type":"G","mechanism":{"exception_id":0,"parent_id":0,"is_exception_group":true}},
              {"type":"G","mechanism":{"exception_id":0,"parent_id":0,"is_exception_group":true}}]}\
            """;

        assertThat(draft(json).message()).contains("G");
    }

    @Test
    void event_ofTheWorstKind_fitsAllTheSame() {
        String nasty = "\\u0001".repeat(1_500);
        StringBuilder json = new StringBuilder("{\"message\":\"" + nasty.repeat(6) + "\",\"platform\":\"java\"");
        for (String name : List.of("release", "environment", "transaction", "logger", "server_name", "dist")) {
            json.append(",\"").append(name).append("\":\"x").append(nasty).append("y\"");
        }
        String part = "\"x" + nasty + "y\"";
        json.append(",\"fingerprint\":[")
                .append((part + ",").repeat(40))
                .append(part)
                .append("]");
        String frame = "{\"function\":" + part + ",\"module\":" + part + ",\"filename\":" + part + "}";
        json.append(",\"exception\":[{\"type\":" + part + ",\"stacktrace\":{\"frames\":[")
                .append((frame + ",").repeat(10))
                .append("{\"function\":\"newest\"}]}}]}");
        EventDraft draft = draft(json.toString());

        assertThat(draft.metadata().flatMap(Metadata::problemOf)).isEmpty();
        assertThat(draft.message().orElseThrow()).hasSizeLessThanOrEqualTo(Event.MESSAGE_LENGTH_MAX);
        assertThat(((JsonArray) member(draft, "stack")).elements()).startsWith(frame("newest"));
        assertThat(member(draft, "fingerprint")).isInstanceOf(JsonArray.class);
    }

    @Test
    void stack_thatIsTooDeep_keepsBothEnds() {
        StringBuilder frames = new StringBuilder("{\"function\":\"f0\"}");
        for (int i = 1; i < 900; i++) {
            frames.append(",{\"function\":\"f").append(i).append("\"}");
        }
        EventDraft draft = draft("{\"stacktrace\":{\"frames\":[" + frames + "]}}");
        List<JsonValue> stack = ((JsonArray) member(draft, "stack")).elements();

        assertThat(stack)
                .hasSize(StackFrames.FRAMES_MAX)
                .startsWith(frame("f899"))
                .endsWith(frame("f0"));
        assertThat(stack).containsSequence(frame("f708"), frame("f63"));
        assertThat(member(draft, "framesOmitted")).isEqualTo(JsonValue.JsonNumber.of(900 - 256));
    }

    private static JsonObject frame(String function) {
        return new JsonObject(Map.of("function", new JsonString(function)));
    }
}
