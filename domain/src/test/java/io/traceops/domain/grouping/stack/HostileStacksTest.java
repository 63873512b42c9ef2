package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.traceops.domain.grouping.decision.DecisionLog;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialect answers any text, and in a time that grows with the text's length alone. */
@Tag("hostile")
class HostileStacksTest {
    /** Far more than a linear scan of a mebibyte needs, far less than a quadratic one. */
    private static final Duration TIME_MAX = Duration.ofSeconds(10);

    private static final List<StackDialect> DIALECTS =
            List.of(new GoDialect(), new RubyDialect(), new PhpDialect(), new RustDialect(), new NativeDialect());

    private static final List<String> LINES = List.of(
            // Go
            "a.b(",
            "a.b(()",
            "a.func1.func1.x.func1",
            "a.[[[[",
            "a/b@v1@v2/x.y\n\tz.go:1\n",
            "panic(\n\tz.go:1\n",
            "goroutine 1 [running]:\n",
            "goroutine 1 [running]:\npanic()\n\tz.go:1\n",
            // Ruby
            ":in '",
            "1:in :in '1:in",
            "\t1: from a.rb:1:in 'x'\n",
            "\t1: from a.rb:1:in 'x'\n...\n",
            "a.rb:1:in 'block in block in x'\n",
            "a.rb:1:in 'x__1_2__1_2'\n",
            "block (2 levels) in ",
            // PHP
            "#0 ): (): (1): ",
            "#0 a(1): ",
            "#0 {closure:",
            "#0 a(1): {closure:{closure:\n",
            "#0 a(1): x@anonymous->\n",
            " in at a.php:1\n",
            "[previous exception]\n",
            "a\\\\b",
            // Rust
            "panicked at ', ",
            "panicked at\nLocation:\n",
            "stack backtrace:\n0: <<<<",
            "0: a::<a::<",
            "stack backtrace:\n0: a>>>>\n",
            "0: 0x1 - {{{{\n",
            "at a.rs:1:1\n",
            // native
            "#0 0x1 in a at a from a in a (",
            "#0 0x1 in f (x+0x (x+0x\n",
            "#0 pc 1 a (offset (offset ",
            "1 a 0x00000000 ((((",
            "1 a 0x00000000 a + 1 + 1 (\n",
            "1 0x0000000000 operator operator<<<<\n",
            "1 a 0x0000000000 -[ a a a",
            "1 a 0x0000000000 'lambda $_ {lambda::operator()\n",
            "a(b+0xc)[0x1]\n",
            "a [[[[0x",
            "@ 0x1 _ZN1a1a1a",
            "Thread 0 Crashed:\n",
            // any
            "",
            " ",
            "\n",
            "\r\n",
            "\0",
            "0",
            ".",
            "(",
            "<",
            "\ud83d");

    static Stream<Named<String>> hostileTexts() {
        return Stream.concat(LINES.stream().flatMap(HostileTexts::grown), mixtures());
    }

    static Stream<Named<String>> mixtures() {
        return HostileTexts.mixtures(LINES);
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void dialects_hostileText_answerInLinearTime(String text) {
        assertTimeoutPreemptively(TIME_MAX, () -> {
            for (StackDialect dialect : DIALECTS) {
                dialect.recognises(text);
                assertThat(VisitedFrames.of(dialect, text)).doesNotContainNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void reader_hostileText_givesABoundedCanonicalText(String text) {
        StackReader reader = new StackReader(new DefaultLibraries());
        assertTimeoutPreemptively(
                TIME_MAX,
                () -> assertThat(reader.read(text, DecisionLog.none()).stream())
                        .allSatisfy(top ->
                                assertThat(top.canonical().length()).isBetween(1, 3 * FrameSearch.NAME_LENGTH_MAX)));
    }
}
