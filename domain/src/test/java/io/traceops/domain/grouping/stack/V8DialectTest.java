package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V8DialectTest {
    private final V8Dialect v8 = new V8Dialect();

    @Test
    void language_isV8() {
        assertThat(v8.language()).isEqualTo(StackLanguage.JAVASCRIPT_V8);
    }

    @Test
    void exceptionType_anyStack_isNone() {
        assertThat(v8.exceptionType("TypeError: x\n    at f (/a/b.js:1:2)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    at f (/a/b.js:1:2)",
                "x\ny\nat /a/b.js:1:2",
                "    at async file:///a/b.mjs:10:20",
                "    at f (C:\\a\\b.js:1:2) {",
                "    at eval (eval at f (/a/b.js:1:2), <anonymous>:3:4)"
            })
    void recognises_frameWithLineAndColumn_isTrue(String text) {
        assertThat(v8.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at ",
                "at f",
                "at f (<anonymous>)",
                "at f (b.js:1)",
                "at f (b.js:1:)",
                "at a.B.c(B.java:1)",
                "f (/a/b.js:1:2)",
                "   at A.B(C d) in e.cs:line 1"
            })
    void recognises_anotherShape_isFalse(String text) {
        assertThat(v8.recognises(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "f (/srv/app/lib/b.js:1:2) => lib/b.js|f",
                "/srv/app/lib/b.js:1:2 => lib/b.js|",
                "async f (/srv/app/lib/b.js:1:2) => lib/b.js|f",
                "async /srv/app/lib/b.js:1:2 => lib/b.js|",
                "async file:///srv/app/lib/b.mjs:1:2 => lib/b.mjs|",
                "new Cart (/srv/app/lib/b.js:1:2) => lib/b.js|Cart",
                "Cart.add [as put] (/srv/app/lib/b.js:1:2) => lib/b.js|Cart.add",
                "Object.add (/srv/app/lib/b.js:1:2) => lib/b.js|add",
                "f (C:\\app\\lib\\b.js:1:2) => lib/b.js|f",
                "C:\\app\\lib\\b.js:1:2 => lib/b.js|",
                "f (/srv/my app (copy)/b.js:1:2) => my app (copy)/b.js|f",
                "f (/srv/app/lib/b.js:1:2) { => lib/b.js|f",
                "f (webpack://shop/./src/b.ts?4c2a:1:2) => src/b.ts|f",
                "f (webpack-internal:///./src/b.ts:1:2) => src/b.ts|f",
                "f (https://x.org/js/b.3f2a9c1b.js?v=1:1:2) => js/b.js|f",
                "f (address at index.android.bundle:1:2) => index.android.bundle|f",
                "f (/srv/app/node_modules/x/b.js:1:2) => (x/b.js|f)",
                "f (node:internal/timers:1:2) => (node:internal/timers|f)",
                "f (internal/timers.js:1:2) => (internal/timers.js|f)",
                "listOnTimeout (timers.js:1:2) => (timers.js|listOnTimeout)",
                "f (ext:core/01_core.js:1:2) => (ext:core/01_core.js|f)",
                "f (https://deno.land/std@0.200.0/b.ts:1:2) => (std/b.ts|f)",
                "f (chrome-extension://abc/b.js:1:2) => (b.js|f)",
                "f (native) => (|f)",
                "f (native:7:39) => (|f)",
                "Array.map (<anonymous>) => (|Array.map)",
                "async Promise.all (index 3) => (|Promise.all)",
                "f (<anonymous>:1:2) => (|f)",
                "f (evalmachine.<anonymous>:1:2) => (|f)",
                "f (VM123:1:2) => (|f)",
                "f (VM.js:1:2) => VM.js|f",
                "f (unknown location) => (|f)",
                "f (unknown) => (|f)",
                "processTicksAndRejections => (|processTicksAndRejections)",
                "<anonymous> => (|)",
                "Object.<anonymous> (/srv/app/lib/b.js:1:2) => lib/b.js|",
                "module code (/srv/app/lib/b.js:1:2) => lib/b.js|",
                "run (wasm://wasm/0a1b2c3d:wasm-function[12]:0x45) => (wasm|run)",
                "wasm-function[12] (wasm://wasm/0a1b2c3d) => (wasm|wasm-function)",
                "eval (eval at f (/srv/app/lib/b.js:1:2), <anonymous>:3:4) => lib/b.js|",
                "g (eval at f (eval at e (/srv/app/lib/b.js:1:2), <anonymous>:3:4), <anonymous>:5:6) => lib/b.js|g",
                "g (eval at f (<anonymous>), <anonymous>:5:6) => (|g)",
                "g (eval at f, <anonymous>:5:6) => (|g)",
                "g (eval at f (x, <anonymous>:5:6 => (|g)",
            })
    void walk_frame_isNamedAndJudged(String frame, String shown) {
        assertThat(VisitedFrames.of(v8, "    at " + frame.strip())).containsExactly(shown);
    }

    @Test
    void walk_constructorsOfTheError_areNotThePlace() {
        assertThat(VisitedFrames.of(v8, """
            HttpError: x
                at new HttpError (/a/lib/errors.js:1:2)
                at new NotFoundError (/a/lib/errors.js:1:2)
                at load (/a/lib/api.js:1:2)
                at new LateError (/a/lib/errors.js:1:2)
            """))
                .containsExactly(
                        "(lib/errors.js|HttpError)",
                        "(lib/errors.js|NotFoundError)",
                        "lib/api.js|load",
                        "lib/errors.js|LateError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HttpError", "new Cart", "new httpError", "async HttpError"})
    void walk_anotherFrameOnTop_isThePlace(String function) {
        assertThat(VisitedFrames.of(v8, "at " + function + " (/a/lib/b.js:1:2)"))
                .singleElement()
                .asString()
                .startsWith("lib/b.js|");
    }

    @Test
    void walk_linesThatAreNoFrames_arePassedOver() {
        assertThat(VisitedFrames.of(v8, "Error: at home\n\n    at f (/a/b.js:1:2)\nattic\n    at g (/a/c.js:3:4)"))
                .containsExactly("a/b.js|f", "a/c.js|g");
    }

    @Test
    void walk_visitorThatHasSeenEnough_isAskedNoMore() {
        assertThat(VisitedFrames.of(v8, "at f (/a/b.js:1:2)\nat g (/a/b.js:1:2)\nat h (/a/b.js:1:2)", 2))
                .containsExactly("a/b.js|f", "a/b.js|g");
    }

    @Test
    void walk_raw_isTheLineAsPrinted() {
        assertThat(VisitedFrames.raw(v8, "    at async f (/a/b.js:1:2) {\n"))
                .containsExactly("at async f (/a/b.js:1:2) {");
    }
}
