package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeckoDialectTest {
    private final GeckoDialect gecko = new GeckoDialect();

    @Test
    void language_isGecko() {
        assertThat(gecko.language()).isEqualTo(StackLanguage.JAVASCRIPT_GECKO);
    }

    @Test
    void exceptionType_anyStack_isNone() {
        assertThat(gecko.exceptionType("TypeError: x\nf@https://x.org/a.js:1:2"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f@https://x.org/a.js:1:2",
                "x\n  @https://x.org/a.js:1:2  ",
                "f@https://x.org/a.js:12",
                "f@app.js:1:2",
                "https://x.org/a.js:1:2",
                "map@[native code]",
                "[native code]"
            })
    void recognises_functionAtALocation_isTrue(String text) {
        assertThat(gecko.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "f@",
                "kim@example.org",
                "db@10.0.0.1:5432",
                "https://x.org:8080",
                "https://x.org/a.js",
                "a.js:1:2",
                "f@https://x.org/a.js",
                "f@a.js:1"
            })
    void recognises_anotherShape_isFalse(String text) {
        assertThat(gecko.recognises(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "f@https://x.org/js/b.js:1:2 js/b.js|f",
                "@https://x.org/js/b.js:1:2 js/b.js|",
                "https://x.org/js/b.js:1:2 js/b.js|",
                "f@https://x.org/js/b.js:1 js/b.js|f",
                "f@https://unpkg.com/react@18.0.0/b.js:1:2 (react/b.js|f)",
                "@https://x.org/@scope/b.js:1:2 @scope/b.js|",
                "f/<@https://x.org/js/b.js:1:2 js/b.js|f",
                "f/</<@https://x.org/js/b.js:1:2 js/b.js|f",
                "f/g<@https://x.org/js/b.js:1:2 js/b.js|f/g",
                "f/</g@https://x.org/js/b.js:1:2 js/b.js|f/g",
                "</g@https://x.org/js/b.js:1:2 js/b.js|/g",
                "<@https://x.org/js/b.js:1:2 js/b.js|",
                "/<@https://x.org/js/b.js:1:2 js/b.js|",
                "f/g@https://x.org/js/b.js:1:2 js/b.js|f/g",
                "async*f@https://x.org/js/b.js:1:2 js/b.js|f",
                "async*@https://x.org/js/b.js:1:2 js/b.js|",
                "a*b*f/<@https://x.org/js/b.js:1:2 js/b.js|f",
            })
    void walk_frame_isNamedAndJudged(String frame, String shown) {
        assertThat(VisitedFrames.of(gecko, frame)).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "f@https://x.org/js/b.js line 12 > eval:1:2;js/b.js|f",
                "f@https://x.org/js/b.js line 12 > Function:1:2;js/b.js|f",
                "f@https://x.org/js/b.js line 1 > eval line 2 > eval:1:2;js/b.js|f",
                "f@https://x.org/js/in line b.js:1:2;js/in line b.js|f",
                "f@https://x.org/js/a > b.js:1:2;js/a > b.js|f",
                "f@resource://gre/a.jsm -> https://x.org/c.js -> https://x.org/js/b.js:1:2;js/b.js|f",
                "setTimeout handler*f@https://x.org/js/b.js:1:2;js/b.js|f",
                "map@[native code];(|map)",
                "[native code];(|)",
                "f@self-hosted:1:2;(self-hosted|f)",
                "f@moz-extension://5d3e/b.js:1:2;(b.js|f)",
                "global code@https://x.org/js/b.js:1:2;js/b.js|",
            })
    void walk_frameWithBlanks_isNamedAndJudged(String frame, String shown) {
        assertThat(VisitedFrames.of(gecko, frame)).containsExactly(shown);
    }

    @Test
    void walk_constructorsOfTheError_areNotThePlace() {
        assertThat(VisitedFrames.of(
                        gecko, "HttpError@https://b/c.js:1:2\nload@https://b/c.js:1:2\nHttpError@https://b/c.js:1:2"))
                .containsExactly("(c.js|HttpError)", "c.js|load", "c.js|HttpError");
    }

    @Test
    void walk_visitorThatHasSeenEnough_isAskedNoMore() {
        assertThat(VisitedFrames.of(gecko, "f@https://b/c.js:1:2\nnone\ng@https://b/c.js:1:2\nh@https://b/c.js:1:2", 2))
                .containsExactly("c.js|f", "c.js|g");
    }

    @Test
    void walk_raw_isTheLineAsPrinted() {
        assertThat(VisitedFrames.raw(gecko, "  async*f@https://b/c.js:1:2 \n"))
                .containsExactly("async*f@https://b/c.js:1:2");
    }
}
