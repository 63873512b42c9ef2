package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RustDialectTest {
    private final RustDialect rust = new RustDialect();

    @Test
    void language_isRust() {
        assertThat(rust.language()).isEqualTo(StackLanguage.RUST);
    }

    @Test
    void exceptionType_anyPanic_isNone() {
        assertThat(rust.exceptionType("thread 'main' panicked at src/main.rs:4:5:"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thread 'main' panicked at src/main.rs:4:5:",
                "thread 'main' (12345) panicked at src/main.rs:4:5:\nboom",
                "thread '<unnamed>' panicked at 'boom, again', src/main.rs:4:5",
                "thread 'main' panicked at 'assertion failed\n left: 1\n right: 2', src/main.rs:4:5",
                "Error: bad\n\nLocation:\n    src/main.rs:4:5",
                "Error: bad\n\nLocation:\n    src/main.rs:4",
                "stack backtrace:\n   0: main",
                "Stack backtrace:\n   0: main",
                "  ━━━ BACKTRACE ━━━\n   6: shop::main",
                "   0: shop::main",
                "   0: <shop::W as core::fmt::Display>::fmt",
                "   0: main\n             at ./src/main.rs:4:5",
                "stack backtrace:\n   0: core::panicking\n      shop::main"
            })
    void recognises_headerOrFrames_isRust(String text) {
        assertThat(rust.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "thread 'main' panicked at src/main.c:4:5:",
                "thread 'main' panicked at src/main.rs",
                "thread 'main' panicked at ",
                "Location:\nsrc/main.c:3",
                "Location:",
                "src/main.rs:4:5",
                "   0: Unable to read config\n   1: std::io says no",
                "   0: main",
                "   0: main\n   at",
                "   0: main\n   at :1:2",
                "   0: main\n   at x",
                "   0:",
                "0:main",
                "x: shop::main",
                "stack backtrace:",
                "stack backtrace:\nnote: a::b",
                "stack backtrace:\n0: "
            })
    void recognises_neitherHeaderNorFrames_isNotRust(String text) {
        assertThat(rust.recognises(text)).isFalse();
    }

    @Test
    void walk_shortBacktrace_visitsFramesAndThenTheHeader() {
        String text = """
            thread 'main' (10279) panicked at src/cart.rs:4:78:
            index out of bounds: the len is 0 but the index is 3
            stack backtrace:
               0: __rustc::rust_begin_unwind
                         at /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/std/src/panicking.rs:689:5
               1: core::panicking::panic_fmt
               2: shop::cart::Store<T>::add
                         at ./src/cart.rs:4:78
               3: main
            note: Some details are omitted, run with `RUST_BACKTRACE=full` for a verbose backtrace.
            """;
        assertThat(VisitedFrames.of(rust, text))
                .containsExactly(
                        "(__rustc|rust_begin_unwind)",
                        "(core::panicking|panic_fmt)",
                        "shop::cart::Store|add",
                        "(|main)",
                        "src/cart.rs|");
        assertThat(VisitedFrames.raw(rust, text))
                .contains("1: core::panicking::panic_fmt", "2: shop::cart::Store<T>::add at ./src/cart.rs")
                .last()
                .isEqualTo("src/cart.rs");
    }

    @Test
    void walk_fullBacktrace_dropsAddressesAndHashes() {
        String text = """
            stack backtrace:
               0:     0x55ccc221d61c - core[c1f1a4ba060b9bfa]::panicking::panic_fmt
               1:     0x55ccc21d8e51 - shop::cart::find::h79af28f15899828c
                                           at /builds/acme/shop/src/cart.rs:5:93
               2:     0x55ccc21d8e52 -
               3:     0xzz - a::b
               4:                0x0 - <unknown>
            """;
        assertThat(VisitedFrames.of(rust, text))
                .containsExactly(
                        "(core::panicking|panic_fmt)", "shop::cart|find", "(|0x55ccc21d8e52 -)", "0xzz - a|b", "(|)");
    }

    @Test
    void walk_inlinedFunctions_areFramesOfTheirOwn() {
        String text = """
            stack backtrace:
               0: core::option::expect_failed
                         at /rustc/abc/library/core/src/option.rs:2245:5
                  shop::cart::find
                         at ./src/cart.rs:5:93
               1: shop::main
            """;
        assertThat(VisitedFrames.of(rust, text))
                .containsExactly("(core::option|expect_failed)", "shop::cart|find", "shop|main");
    }

    @Test
    void walk_causesAndSpans_areNoFrames() {
        String text = """
            Error:
               0: Unable to read config
               1: No such file or directory (os error 2)

            Location:
               src/config/read.rs:32

              ━━━━━━━━━━━━━━ SPANTRACE ━━━━━━━━━━━━━━
               0: shop::span with path="x"
                  at src/config/span.rs:30

              ━━━━━━━━━━━━━━ BACKTRACE ━━━━━━━━━━━━━━
                            ⋮ 5 frames hidden ⋮
               6: shop::config::read::h2ab5d3f80c1e4a71
                  at /builds/acme/shop/src/config/read.rs:32
            """;
        assertThat(VisitedFrames.of(rust, text)).containsExactly("shop::config|read", "config/read.rs|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/root/.cargo/registry/src/index.crates.io-6f17d22bba15001f/sqlx-0.7.3/src/pool.rs",
                "C:\\Users\\ci\\.cargo\\registry\\src\\x\\sqlx-0.7.3\\src\\pool.rs",
                "/rustc/9fc6b43126469e3858e2fe86cafb4f0fd5068869/library/core/src/pool.rs"
            })
    void walk_crateOfTheRegistry_isNotInApp(String file) {
        assertThat(VisitedFrames.of(rust, "   0: pool::Pool::get\n             at " + file + ":240:13"))
                .containsExactly("(pool::Pool|get)");
    }

    @Test
    void walk_panicInALibraryWithoutBacktrace_isNotInApp() {
        String text = "thread 'main' panicked at /root/.cargo/registry/src/x/bytes-1.5.0/src/bytes.rs:4:5:\nboom";
        assertThat(VisitedFrames.of(rust, text)).containsExactly("(src/bytes.rs|)");
    }

    @Test
    void walk_exportedFunctionWithARustFile_isInApp() {
        assertThat(VisitedFrames.of(rust, "   0: shop_order_new\n   at ./src/ffi.rs:3:1"))
                .containsExactly("src/ffi.rs|shop_order_new");
        assertThat(VisitedFrames.of(rust, "   0: order_new\n   at ./src/order.c:3:1"))
                .containsExactly("(src/order.c|order_new)");
    }

    @Test
    void walk_visitorHasSeenEnough_stops() {
        String text = "thread 'main' panicked at src/a.rs:4:5:\nstack backtrace:\n 0: shop::a\n 1: shop::b\n";
        assertThat(VisitedFrames.of(rust, text, 1)).containsExactly("shop|a");
        assertThat(VisitedFrames.of(rust, text, 2)).containsExactly("shop|a", "shop|b");
    }
}
