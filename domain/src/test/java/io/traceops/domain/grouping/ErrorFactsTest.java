package io.traceops.domain.grouping;

import static io.traceops.domain.grouping.Errors.array;
import static io.traceops.domain.grouping.Errors.error;
import static io.traceops.domain.grouping.Errors.number;
import static io.traceops.domain.grouping.Errors.object;
import static io.traceops.domain.grouping.Errors.text;
import static io.traceops.domain.grouping.Errors.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.event.JsonValue;
import io.traceops.domain.event.JsonValue.JsonBoolean;
import io.traceops.domain.event.JsonValue.JsonNull;
import io.traceops.domain.grouping.StackEvidence.NoStack;
import io.traceops.domain.grouping.StackEvidence.StackFrames;
import io.traceops.domain.grouping.StackEvidence.StackText;
import io.traceops.domain.grouping.stack.StructuredFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorFactsTest {
    @Test
    void event_withoutMetadata_saysItsMessageAlone() {
        assertThat(ErrorFacts.of(error("boom")))
                .isEqualTo(new ErrorFacts("boom", NoStack.NONE, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"errorStack", "stack", "stackTrace", "stacktrace"})
    void stack_underAnyOfItsNames_isRead(String name) {
        assertThat(stack(Map.of(name, text("at f")))).isEqualTo(new StackText("at f"));
    }

    @Test
    void stack_underSeveralNames_isTheFirstUsableOne() {
        assertThat(stack(Map.of("stacktrace", text("d"), "stackTrace", text("c"), "stack", text("b"))))
                .isEqualTo(new StackText("b"));
        assertThat(stack(Map.of("errorStack", text(" \n"), "stack", number("1"), "stackTrace", text("c"))))
                .isEqualTo(new StackText("c"));
    }

    @Test
    void stack_arrayOfStrings_isItsLines() {
        assertThat(stack(Map.of("stack", texts("Error: x", "  at f", ""))))
                .isEqualTo(new StackText("Error: x\n  at f\n"));
    }

    @Test
    void stack_arrayOfFrames_isReadMemberByMember() {
        JsonValue frames = array(
                object(
                        "function",
                        text("f"),
                        "module",
                        text("m"),
                        "file",
                        text("a.js"),
                        "inApp",
                        new JsonBoolean(true)),
                object("function", text(" "), "filename", text("b.js"), "in_app", new JsonBoolean(false)),
                object("file", number("1"), "filename", text("c.js"), "inApp", text("yes"), "line", number("3")));

        assertThat(stack(Map.of("stack", frames)))
                .isEqualTo(new StackFrames(List.of(
                        new StructuredFrame(Optional.of("f"), Optional.of("m"), Optional.of("a.js"), Optional.of(true)),
                        new StructuredFrame(
                                Optional.empty(), Optional.empty(), Optional.of("b.js"), Optional.of(false)),
                        new StructuredFrame(
                                Optional.empty(), Optional.empty(), Optional.of("c.js"), Optional.empty()))));
    }

    @Test
    void stack_frameThatSaysNothingBesideOthers_staysInItsPlace() {
        assertThat(stack(Map.of("stack", array(object(), object("module", text("m"))))))
                .isEqualTo(new StackFrames(List.of(
                        new StructuredFrame(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new StructuredFrame(Optional.empty(), Optional.of("m"), Optional.empty(), Optional.empty()))));
    }

    @Test
    void stack_malformed_isAbsent() {
        List<JsonValue> malformed = List.of(
                text(""),
                number("1"),
                JsonNull.NULL,
                array(),
                texts("", " "),
                object("frames", texts("at f")),
                array(object("line", number("1"))),
                array(object("function", text("f")), text("at g")),
                array(text("at f"), number("1")));

        for (JsonValue value : malformed) {
            assertThat(stack(Map.of("stack", value))).as("%s", value).isEqualTo(NoStack.NONE);
        }
    }

    @Test
    void stackFrames_raw_isALineAFrame() {
        StackEvidence frames = stack(Map.of(
                "stack",
                array(
                        object("function", text("f"), "module", text("m"), "file", text("a.js")),
                        object("function", text("g")))));

        assertThat(frames.raw()).isEqualTo("m a.js f\ng");
        assertThat(NoStack.NONE.raw()).isEmpty();
    }

    @Test
    void route_underSeveralNames_isTheFirstUsableOne() {
        assertThat(route("GET /d", Map.of("route", text(" /a "), "path", text("/b"), "url", text("/c"))))
                .contains("/a");
        assertThat(route("GET /d", Map.of("route", text(" "), "path", text("/b"), "url", text("/c"))))
                .contains("/b");
        assertThat(route("GET /d", Map.of("route", number("1"), "path", texts("/b"), "url", text("/c"))))
                .contains("/c");
        assertThat(route("GET /d", Map.of("url", text("c")))).contains("/d");
        assertThat(route("d", Map.of("url", JsonNull.NULL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.de/a?x=1, true",
        "git+ssh-1.0://h, true",
        "HTTP2://h, true",
        "/a, true",
        "/login?next=https://h.de, true",
        "a/b, false",
        "://h, false",
        "a b://h, false",
        "a/b://h, false",
        "h.de, false"
    })
    void route_url_isOneOrMalformed(String url, boolean isUrl) {
        assertThat(route("", Map.of("url", text(url)))).isEqualTo(isUrl ? Optional.of(url) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "GET /users/1 failed | /users/1",
                "DELETE   /x. | /x",
                "(PATCH /x) | /x",
                "'HEAD /x' | /x",
                "\"OPTIONS /x HTTP/1.1\" | /x",
                "PUT /a/b?c=d, POST /e | /a/b?c=d",
                "see /a: POST /b | /b",
                "POST / | /",
                "GET /x:!? | /x",
                "GET /. | /",
                "GET /a[0]<b>`c`;d | /a"
            })
    void route_inMessage_isThePathBehindAMethod(String message, String route) {
        assertThat(route(message, Map.of())).contains(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/users",
                "get /users",
                "FORGET /users",
                "GET/users",
                "GET users",
                "GET https://h.de/a",
                "GET\n/x",
                "X /x"
            })
    void route_notInMessage_isAbsent(String message) {
        assertThat(route(message, Map.of())).isEmpty();
    }

    @Test
    void route_inMessage_endsAtABlankOrControl() {
        assertThat(route("GET /a\tb", Map.of())).contains("/a");
        assertThat(route("GET /a\u0001b", Map.of())).contains("/a");
    }

    private static StackEvidence stack(Map<String, JsonValue> metadata) {
        return ErrorFacts.of(error("", metadata)).stack();
    }

    private static Optional<String> route(String message, Map<String, JsonValue> metadata) {
        return ErrorFacts.of(error(message, metadata)).route();
    }
}
