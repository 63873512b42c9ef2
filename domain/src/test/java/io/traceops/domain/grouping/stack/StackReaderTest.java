package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackReaderTest {
    private final StackReader reader = new StackReader(new DefaultLibraries());

    @Test
    void read_javaStack_isTheTypeAndTheFirstInAppFrame() {
        assertThat(read("""
            a.NoOrder: order 7
            \tat java.base/java.util.Optional.orElseThrow(Optional.java:377)
            \tat com.acme.Orders.load(Orders.java:7)
            \tat com.acme.Main.main(Main.java:1)
            """)).isEqualTo(new TopFrame(StackLanguage.JVM, "a.NoOrder @ com.acme.Orders load", true));
    }

    @Test
    void read_noFrameInApp_isTheFirstOne() {
        assertThat(read("\tat java.util.HashMap.get(HashMap.java:7)\n\tat java.util.HashSet.add(HashSet.java:1)"))
                .isEqualTo(new TopFrame(StackLanguage.JVM, "java.util.HashMap get", true));
    }

    @Test
    void read_frameInAppBehindLibraries_winsOverTheFirst() {
        assertThat(read("at f (/app/node_modules/x/a.js:1:2)\nat g (/app/lib/b.js:1:2)"))
                .isEqualTo(new TopFrame(StackLanguage.JAVASCRIPT_V8, "lib/b.js g", true));
    }

    @Test
    void read_framesWithoutNames_areSkipped() {
        assertThat(read("at <anonymous>\nat <anonymous>:1:2\nat Array.map (<anonymous>)\nat node:fs:1:2"))
                .isEqualTo(new TopFrame(StackLanguage.JAVASCRIPT_V8, "Array.map", true));
    }

    @Test
    void read_configuredLibraries_moveTheFrame() {
        String stack = "\tat com.acme.platform.Retry.run(Retry.java:7)\n\tat com.acme.shop.Orders.load(Orders.java:1)";
        StackReader configured = new StackReader(new DefaultLibraries().plus(Set.of("com.acme.platform."), Set.of()));

        assertThat(read(stack).canonical()).isEqualTo("com.acme.platform.Retry run");
        assertThat(configured.read(stack, DecisionLog.none()).orElseThrow().canonical())
                .isEqualTo("com.acme.shop.Orders load");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "something broke at step 12 of 30 => something broke at step  of",
                "segfault at 0x7ffe12ab ip 55 => segfault at  ip",
                "0x12abcdefg => g",
                "x0 => x",
                "no numbers => no numbers",
                "'  indented 7' => indented",
            })
    void read_unknownText_isItsFirstLineWithoutNumbers(String line, String canonical) {
        assertThat(read("\n \n" + line + "\nsecond line"))
                .isEqualTo(new TopFrame(StackLanguage.UNKNOWN, canonical, false));
    }

    @Test
    void read_unknownTextOfNumbersFirst_isTheFirstLineThatNamesAnything() {
        assertThat(read("12 34\n0xff\nstep 3 failed").canonical()).isEqualTo("step  failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\u2003", "12 34", "0x12\n5\n"})
    void read_blankTextOrNumbersAlone_isNone(String text) {
        assertThat(reader.read(text, DecisionLog.none())).isEmpty();
    }

    @Test
    void read_recognisedTextWithoutAFrame_isUnknown() {
        assertThat(read("Error: x\n    at <anonymous>:1:2"))
                .isEqualTo(new TopFrame(StackLanguage.UNKNOWN, "Error: x", false));
    }

    @Test
    void read_longNames_areCut() {
        String longest = "x".repeat(FrameSearch.NAME_LENGTH_MAX);

        assertThat(read("a." + longest + "X: m\n\tat a." + longest + "." + longest + "y(X.java:1)")
                        .canonical())
                .isEqualTo("a." + longest.substring(2) + " @ a." + longest.substring(2) + " " + longest);
        assertThat(read("at " + longest + "y (<anonymous>)\nat <anonymous>:1:1").canonical())
                .isEqualTo(longest);
        assertThat(read("at /a/" + longest + ".js:1:1").canonical()).isEqualTo("a/" + longest.substring(2));
        assertThat(read(longest + "y").canonical()).isEqualTo(longest);
    }

    @Test
    void read_shapeBelowTheHead_isStillFound() {
        String message = "line of a message\n".repeat(StackReader.HEAD_LINES);

        assertThat(read(message + "\tat com.acme.Orders.load(Orders.java:7)").language())
                .isEqualTo(StackLanguage.JVM);
    }

    /** The first lines decide before the order of the dialects does. */
    @Test
    void read_twoShapes_takesTheOneInTheHead() {
        String java = "\tat com.acme.Orders.load(Orders.java:7)\n";
        String python = "  File \"/a/b.py\", line 1, in f\n";

        assertThat(read(java.repeat(StackReader.HEAD_LINES) + python).language())
                .isEqualTo(StackLanguage.JVM);
        assertThat(read(java.repeat(StackReader.HEAD_LINES - 1) + python).language())
                .isEqualTo(StackLanguage.PYTHON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "'File \"a.py\", line 1, in f|at a.B.c(B.java:1)' => PYTHON",
                "'at /rustc/90b35/library/std/src/panicking.rs:1:2|0: std::panicking::f|at ./src/a.rs:1:2' => RUST",
                "'at a.B.c(B.java:1)|at f (b.js:1:2)' => JVM",
                "'at f (b.js:1:2)|at A.B(C d)' => JAVASCRIPT_V8",
                "'at A.B(C d)|f@https://x.org/a.js:1:2' => DOTNET",
                "'at /node_modules/@scope/x.js:1:2' => JAVASCRIPT_V8",
            })
    void read_textOfTwoShapes_takesTheStricterOne(String lines, StackLanguage language) {
        assertThat(read(lines.replace('|', '\n')).language()).isEqualTo(language);
    }

    @Test
    void read_recording_namesEveryDecision() {
        DecisionLog log = DecisionLog.recording();
        String stack = """
            a.NoOrder: order 7
            \tat java.util.Optional.get(Optional.java:377)
            \tat (Unknown Source)
            \tat com.acme.Orders.lambda$load$0(Orders.java:7)
            """;

        reader.read(stack, log);

        assertThat(log.decisions())
                .containsExactly(
                        new Decision("stack-dialect", "", "JVM"),
                        new Decision("frame-not-in-app", "at java.util.Optional.get(Optional.java:377)", ""),
                        new Decision("exception-type", "a.NoOrder", "a.NoOrder"),
                        new Decision(
                                "top-frame",
                                "at com.acme.Orders.lambda$load$0(Orders.java:7)",
                                "com.acme.Orders load"));
    }

    @Test
    void read_recordingWithoutInAppFrame_saysSo() {
        DecisionLog log = DecisionLog.recording();

        reader.read("at <anonymous>\nat f (node:fs:1:2)\nat g (node:fs:1:2)", log);

        assertThat(log.decisions())
                .containsExactly(
                        new Decision("stack-dialect", "", "JAVASCRIPT_V8"),
                        new Decision("frame-without-name", "at <anonymous>", ""),
                        new Decision("frame-not-in-app", "at f (node:fs:1:2)", ""),
                        new Decision("frame-not-in-app", "at g (node:fs:1:2)", ""),
                        new Decision("top-frame-without-in-app", "at f (node:fs:1:2)", "node:fs f"));
    }

    @Test
    void read_recordingADeepStack_leavesRoomForTheDecidingFrame() {
        DecisionLog log = DecisionLog.recording();
        int skipped = FrameSearch.SKIPPED_LOGGED_MAX + 100;

        reader.read("at f (node:fs:1:2)\n".repeat(skipped) + "at g (/a/b.js:1:2)", log);

        assertThat(log.omitted()).isZero();
        assertThat(log.decisions()).hasSize(FrameSearch.SKIPPED_LOGGED_MAX + 3);
        assertThat(log.decisions())
                .endsWith(
                        new Decision("frames-skipped", "100 more frames", ""),
                        new Decision("top-frame", "at g (/a/b.js:1:2)", "a/b.js g"));
    }

    @Test
    void read_recordingAsManySkippedFramesAsAreLogged_sumsUpNone() {
        DecisionLog log = DecisionLog.recording();

        reader.read("at f (node:fs:1:2)\n".repeat(FrameSearch.SKIPPED_LOGGED_MAX) + "at g (/a/b.js:1:2)", log);

        assertThat(log.decisions()).extracting(Decision::rule).doesNotContain("frames-skipped");
    }

    @Test
    void read_recordingAnUnknownText_quotesTheLine() {
        DecisionLog log = DecisionLog.recording();

        reader.read("\nstep 3 failed\nmore", log);

        assertThat(log.decisions())
                .containsExactly(new Decision("unrecognised-stack", "step 3 failed", "step  failed"));
    }

    @ParameterizedTest
    @EnumSource
    void libraryTable_everyLanguage_hasOne(StackLanguage language) {
        assertThat(KnownLibraries.of(language)).isNotNull();
    }

    private TopFrame read(String stack) {
        return reader.read(stack, DecisionLog.none()).orElseThrow();
    }
}
