package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmDialectTest {
    private final JvmDialect jvm = new JvmDialect();

    @Test
    void language_isJvm() {
        assertThat(jvm.language()).isEqualTo(StackLanguage.JVM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tat a.B.c(B.java:1)",
                "x\ny\n  at a.B.c(B.java:12) ~[a.jar:1.0]",
                "at a.B.c(B.java)",
                "at a.B.c(Native Method)",
                "at a.B.c(Unknown Source)",
                "at a.B.c(Unknown Source:12)",
                "at a.B$$EnhancerByCGLIB$$1.c(<generated>)",
                "at a.b.c(SourceFile:7)",
                "at java.base@25/java.lang.Integer.parseInt(Integer.java:652)",
                "at a.BTest.adds two numbers(BTest.kt:3)"
            })
    void recognises_aFrameOfTheJvm_isTrue(String text) {
        assertThat(jvm.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at ",
                "at a.B.c",
                "at (B.java:1)",
                "at c(B.java:1)",
                "at a.B.c (B.java:1)",
                "at a.B.c(B.java:1",
                "at a.B.c()",
                "at a.B.c(:1)",
                "at a.B.c(.java)",
                "at a.B.c(String)",
                "at a.B.c(System.String)",
                "at a.B.c(B.)",
                "at a.B.c(String text)",
                "at a.B.c(/srv/b.js:1)",
                "at a.B.c(x\\b.js:1)",
                "at a.B.c(b.js:1:2)",
                "at f (b.js:1:2)",
                "a.B.c(B.java:1)"
            })
    void recognises_anotherShape_isFalse(String text) {
        assertThat(jvm.recognises(text)).isFalse();
    }

    @Test
    void recognises_frameBelowTooManyLines_isFalse() {
        String frame = "at a.B.c(B.java:1)";

        assertThat(jvm.recognises("x\n".repeat(LineCursor.LEADING_LINES_MAX - 1) + frame))
                .isTrue();
        assertThat(jvm.recognises("x\n".repeat(LineCursor.LEADING_LINES_MAX) + frame))
                .isFalse();
    }

    @Test
    void walk_frames_areNamedAndJudged() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: boom
            \tat java.base@25/java.lang.Integer.parseInt(Integer.java:652)
            \tat app//com.acme.Orders.load(Orders.java:7)
            \tat app/com.acme@1.2/com.acme.Orders.lambda$find$0(Orders.java:8)
            \tat com.acme.Orders$$Lambda/0x01ab.accept(Unknown Source)
            \tat com.acme.$Proxy9.find(Unknown Source)
            \tat org.springframework.aop.X.invoke(X.java:1)
            \tat main(Native Method)
            """))
                .containsExactly(
                        "(java.lang.Integer|parseInt)",
                        "com.acme.Orders|load",
                        "com.acme.Orders|find",
                        "(com.acme.Orders|accept)",
                        "(com.acme.$Proxy|find)",
                        "(org.springframework.aop.X|invoke)",
                        "|main");
    }

    @Test
    void walk_raw_isTheLineAsPrinted() {
        assertThat(VisitedFrames.raw(jvm, "\tat app//a.B.c(B.java:1) ~[a.jar:1]  \r\n"))
                .containsExactly("at app//a.B.c(B.java:1) ~[a.jar:1]");
    }

    @Test
    void walk_visitorThatHasSeenEnough_isAskedNoMore() {
        assertThat(VisitedFrames.of(jvm, "\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\n\tat a.B.e(B.java:3)", 2))
                .containsExactly("a.B|c", "a.B|d");
    }

    @Test
    void walk_causes_beginsWithTheInnermost() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: outer
            \tat a.Outer.run(X.java:1)
            Caused by: a.Y: middle
            \tat a.Middle.run(X.java:1)
            Caused by: a.Z: inner
            \tat a.Inner.run(X.java:1)
            """)).containsExactly("a.Inner|run");
    }

    @Test
    void walk_sharedFrames_goOnInTheEnclosingBlock() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: outer
            \tat a.Outer.wrap(X.java:1)
            \tat a.Outer.shared(X.java:2)
            \tat a.Outer.main(X.java:3)
            Caused by: a.Y: inner
            \tat a.Inner.run(X.java:1)
            \t... 2 more
            """)).containsExactly("a.Inner|run", "a.Outer|shared", "a.Outer|main");
    }

    @Test
    void walk_sharedFramesOfSeveralBlocks_areFollowedOutwards() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: outer
            \tat a.Outer.wrap(X.java:1)
            \tat a.Outer.shared(X.java:2)
            \tat a.Outer.main(X.java:3)
            Caused by: a.Y: middle
            \tat a.Middle.wrap(X.java:1)
            \tat a.Middle.shared(X.java:2)
            \t... 2 common frames omitted
            Caused by: a.Z: inner
            \tat a.Inner.run(X.java:1)
            \t... 3 more
            """))
                .containsExactly("a.Inner|run", "a.Middle|shared", "a.Outer|shared", "a.Outer|main");
    }

    @Test
    void walk_innerBlockSharesLessThanTheMiddleOneLeavesOut_skipsInTheOutermost() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: outer
            \tat a.Outer.wrap(X.java:1)
            \tat a.Outer.shared(X.java:2)
            \tat a.Outer.main(X.java:3)
            Caused by: a.Y: middle
            \tat a.Middle.wrap(X.java:1)
            \t... 2 more
            Caused by: a.Z: inner
            \tat a.Inner.run(X.java:1)
            \t... 1 more
            """)).containsExactly("a.Inner|run", "a.Outer|main");
    }

    @Test
    void walk_innermostBlockCutOff_showsTheEnclosingOne() {
        assertThat(VisitedFrames.of(jvm, "a.X: outer\n\tat a.Outer.run(X.java:1)\nCaused by: a.Y: inner"))
                .containsExactly("a.Outer|run");
    }

    @Test
    void walk_completeInnermostBlock_endsThere() {
        assertThat(VisitedFrames.of(
                        jvm, "a.X\n\tat a.Outer.run(X.java:1)\nCaused by: a.Y\n\tat a.Inner.run(X.java:1)\n"))
                .containsExactly("a.Inner|run");
    }

    @Test
    void walk_moreLeftOutThanAnyNumberHolds_showsTheWholeEnclosingBlock() {
        assertThat(VisitedFrames.of(
                        jvm, "a.X\n\tat a.Outer.run(X.java:1)\nCaused by: a.Y\n\t... 99999999999999999999 more"))
                .containsExactly("a.Outer|run");
    }

    @Test
    void walk_suppressedException_doesNotDecide() {
        assertThat(VisitedFrames.of(jvm, """
            a.X: outer
            \tat a.Outer.run(X.java:1)
            \tSuppressed: a.S: closing
            \t\tat a.Closing.run(X.java:1)
            \tCaused by: a.T: cause of the suppressed one
            \t\tat a.Deep.run(X.java:1)
            """)).containsExactly("a.Outer|run");
    }

    @Test
    void walk_rootCauseFirst_endsBeforeTheWrapper() {
        assertThat(VisitedFrames.of(
                        jvm, "a.Y: root\n\tat a.Inner.run(X.java:1)\nWrapped by: a.X: o\n\tat a.Outer.run(X.java:1)\n"))
                .containsExactly("a.Inner|run");
    }

    @Test
    void walk_remarkBetweenFrames_isPassedOver() {
        assertThat(VisitedFrames.of(
                        jvm, "a.X\n\tat a.B.c(B.java:1)\n\t- locked <0x1>\n... and so on\n\tat a.B.d(B.java:1)\n"))
                .containsExactly("a.B|c", "a.B|d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Caused by: disk full",
                "  Caused by: a.Y: deeper than the first line",
                "x Caused by: a.Y: within a line",
                "Caused by: .a: no name",
                "Caused by: a.: no name",
                "Caused by: Timeout: no error",
                "Caused by: [CIRCULAR REFERENCE: a.X]"
            })
    void walk_lineThatIsNoCause_doesNotBeginABlock(String line) {
        String text = "a.X: outer\n" + line + "\n\tat a.Outer.run(X.java:1)\n" + line + '\n';

        assertThat(VisitedFrames.of(jvm, text)).containsExactly("a.Outer|run");
        assertThat(jvm.exceptionType(text)).contains("a.X");
    }

    @Test
    void walk_indentedAsAWhole_findsTheCause() {
        assertThat(VisitedFrames.of(
                        jvm,
                        "\n  a.X: outer\n  \tat a.Outer.run(X.java:1)\n  Caused by: a.Y\n  \tat a.Inner.run(X.java:1)"))
                .containsExactly("a.Inner|run");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.b.X: boom | a.b.X",
                "a.b.X | a.b.X",
                "a.b.X happened | a.b.X",
                "a.b.X{code=1} | a.b.X",
                "a.b.x: obfuscated | a.b.x",
                "a.b.X$1: anonymous | a.b.X$anon",
                "BoomException: in no package | BoomException",
                "BoomError | BoomError",
                "Exception in thread 'main' a.b.X: boom | ",
            })
    void exceptionType_ofTheHeader_isTheClass(String header, String type) {
        assertThat(jvm.exceptionType(header + "\n\tat a.B.c(B.java:1)").orElse(null))
                .isEqualTo(type);
    }

    @Test
    void exceptionType_behindTheThread_isFound() {
        assertThat(jvm.exceptionType("Exception in thread \"pool \"1\" x\" a.b.X: boom\n\tat a.B.c(B.java:1)"))
                .isEmpty();
        assertThat(jvm.exceptionType("Exception in thread \"pool-1 x\" a.b.X: boom\n\tat a.B.c(B.java:1)"))
                .contains("a.b.X");
        assertThat(jvm.exceptionType("Exception in thread \"unclosed a.b.X: boom\n\tat a.B.c(B.java:1)"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at a.B.c(B.java:1)\na.b.X: below the frame",
                "order failed\n\tat a.B.c(B.java:1)",
                "Exception: of no kind\n\tat a.B.c(B.java:1)",
                "Error: of no kind\n\tat a.B.c(B.java:1)",
                "a.b.x happened\n\tat a.B.c(B.java:1)",
                ".a.X\n\tat a.B.c(B.java:1)",
                "a.X.\n\tat a.B.c(B.java:1)",
                ""
            })
    void exceptionType_noHeader_isNone(String text) {
        assertThat(jvm.exceptionType(text)).isEmpty();
    }

    @Test
    void exceptionType_belowOtherLines_isFound() {
        assertThat(jvm.exceptionType("FATAL EXCEPTION: main\nProcess: shop\n\na.b.X: boom\n\tat a.B.c(B.java:1)"))
                .contains("a.b.X");
    }

    @Test
    void exceptionType_ofTheInnermostCause_decides() {
        assertThat(jvm.exceptionType("a.X: o\n\tat a.B.c(B.java:1)\nCaused by: a.Y: i\n\tat a.B.d(B.java:1)\n"))
                .contains("a.Y");
    }
}
