package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialects of managed runtimes answer any text, and in a time that grows with the text's length alone. */
@Tag("hostile")
class HostileManagedStacksTest {
    /** Far more than a linear scan of a mebibyte needs, far less than a quadratic one. */
    private static final Duration TIME_MAX = Duration.ofSeconds(10);

    private static final List<StackDialect> DIALECTS =
            List.of(new PythonDialect(), new JvmDialect(), new V8Dialect(), new DotnetDialect(), new GeckoDialect());

    /** One file for each way of naming a frame that arrived as data. */
    private static final List<String> FILES =
            List.of("", "A.java", "a.js", "a.py", "a.cs", "a.go", "a.rb", "a.php", "a.rs", "a.c");

    private static final List<String> LINES = List.of(
            // any
            "",
            "(((",
            "at ",
            "at at(",
            "\n",
            "\r\n",
            "\0",
            "\ud83d",
            "0x1",
            "://",
            // JVM
            "Caused by:",
            "Caused by: ",
            "Caused by: a.B",
            "  Caused by: a.B",
            "Caused by: a.B\n... 1 more\n",
            "\tat a.b(C.java:1)\n... 9 more\nCaused by: a.B\n",
            "Caused by: [CIRCULAR REFERENCE: ",
            "Suppressed: a.B\n\tat a.b(C.java:1)\n",
            "Exception in thread \"",
            "... 99999999999999999999 more\n",
            "\tat java.a.b(C.java:1)",
            "\tat a/b.c$1(C.java:1)",
            "at a.b(C.java",
            // JavaScript
            "    at f (x.js:1:1)",
            "    at async f (node:x:1:1)",
            "    at new AError (x.js:1:1)",
            "at f (eval at ",
            ":1:1",
            "a@b://c:1:1",
            "AError@b://c:1:1",
            "@[native code]",
            " -> a@b://c line 1 > eval:1:1",
            // Python
            "Traceback (most recent call last):",
            "  File \"a.py\", line 1, in f",
            "  File \"a.py\", line 1, in <listcomp>",
            "  File \"",
            "\", line 1, in ",
            "  + Exception Group Traceback (most recent call last):",
            "  +-+---------------- 1 ----------------",
            "  | Traceback (most recent call last):",
            // .NET
            "   at A.B(C d) in e:line 1",
            "   at A.<B>d__1.MoveNext()",
            "at (wrapper a) A.B ()",
            "   --- End of inner exception stack trace ---");

    private static final List<String> FRAMES = List.of(
            "at a.~$1~(C.java:1)",
            "at a.B~1~$x.m(C.java:1)",
            "at a.~lambda$~b(C.java:1)",
            "at ~a/~b.c(C.java:1)",
            "at ~a$$anon$1~.b(C.java:1)",
            "at ~a$$Lambda/0x1~.b(C.java:1)",
            "at a.b(~(~)",
            "at f (~eval at f (~x.js:1:1)",
            "at ~(~ (x.js:1:1)",
            "at f (https://x/~a/~b.js:1:1)",
            "at f (~../~b.js:1:1)",
            "at f (~/~:1:1)",
            "at f (~node_modules/~b.js:1:1)",
            "at f (~a-1.~js:1:1)",
            "at f (~1.~js:1:1)",
            "at f (x.js~:1~)",
            "~a*~b@https://x/y.js:1:1",
            "~/<~@https://x/y.js:1:1",
            "f@https://x~ -> ~/y.js:1:1",
            "f@https://x~ line 1 > eval~:1:1",
            "File \"~a/~\", line 1, in f",
            "File \"a.py\", line 1, in ~<locals>.~f",
            "~| ~File \"a.py\", line 1, in f",
            "at A.~<~>d__1.MoveNext() in x:line 1",
            "at A.~[~]() in x:line 1",
            "at A~.~B() in x:line 1",
            "at A.~`1~B() in x:line 1",
            "at A.~<>c.~B() in x:line 1");

    /** What comes once and what is looked for again and again. */
    private static final List<String> HALVES = List.of(
            "\n~Caused by: a.B\n",
            " ~Caused by: a.B\n",
            "x~\nCaused by: a.B",
            "\tat a.b(C.java:1)\n~Caused by: a.B\n... 1 more\n",
            "Caused by: a.B\n... 1 more\n~\tat java.b(C.java:1)\n",
            "  + Exception Group Traceback (most recent call last):\n~  | File \"a.py\", line 1, in f\n",
            "Traceback (most recent call last):\n~x\n",
            "  File \"a.py\", line 1, in <listcomp>\n~x\n");

    static Stream<Named<String>> hostileTexts() {
        return Stream.of(
                        LINES.stream().flatMap(HostileTexts::grown),
                        HALVES.stream().flatMap(HostileTexts::halves),
                        longNames())
                .flatMap(texts -> texts);
    }

    static Stream<Named<String>> longNames() {
        return Stream.concat(FRAMES.stream().flatMap(HostileTexts::stretched), HostileTexts.mixtures(LINES));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void dialects_hostileText_answerInLinearTime(String text) {
        assertTimeoutPreemptively(TIME_MAX, () -> {
            for (StackDialect dialect : DIALECTS) {
                dialect.recognises(text);
                assertThat(dialect.exceptionType(text)).isNotNull();
                assertThat(VisitedFrames.of(dialect, text)).doesNotContainNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void reader_hostileText_givesABoundedCanonicalText(String text) {
        StackReader reader = new StackReader(new DefaultLibraries());
        assertTimeoutPreemptively(TIME_MAX, () -> {
            Optional<TopFrame> top = reader.read(text, DecisionLog.recording());
            assertThat(top).isEqualTo(reader.read(text, DecisionLog.none()));
            assertThat(top.stream())
                    .allSatisfy(frame ->
                            assertThat(frame.canonical().length()).isBetween(1, 3 * FrameSearch.NAME_LENGTH_MAX + 4));
        });
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void structured_hostileNames_answerInLinearTime(String text) {
        StackReader reader = new StackReader(new DefaultLibraries());
        assertTimeoutPreemptively(TIME_MAX, () -> {
            for (String file : FILES) {
                StructuredFrame frame =
                        new StructuredFrame(Optional.of(text), Optional.of(text), Optional.of(file), Optional.empty());
                assertThat(reader.read(List.of(frame), Optional.of(text), DecisionLog.none()))
                        .isNotNull();
            }
        });
    }
}
