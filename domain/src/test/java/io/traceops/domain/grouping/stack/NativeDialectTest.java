package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDialectTest {
    private final NativeDialect machine = new NativeDialect();

    @Test
    void language_isNative() {
        assertThat(machine.language()).isEqualTo(StackLanguage.NATIVE);
    }

    @Test
    void exceptionType_anySignal_isNone() {
        assertThat(machine.exceptionType("#0  0x0000 in f () at a.c:1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // gdb
                "#0  0x00005555 in shop::Cart::add (this=0x7f, i=3) at a.cpp:12 | shop::Cart/add",
                "#1  main (c=2, v=0x7ffd) at src/main.cpp:20 | src/main.cpp/main",
                "#1  main (s='meet at 12:30') at src/main.cpp:20 | src/main.cpp/main",
                "#12 0x00007f1c in parse () from /opt/shop/lib/libparse.so | libparse.so/parse",
                "#1  parse () from /opt/shop/lib/libparse.so | libparse.so/parse",
                "#1  0x0000555555558392 in operator() (__closure=0x7f, i=1) at src/a.cpp:22 | src/a.cpp/operator()",
                "#1  0x0000555555558392 in foo () | /foo",
                // sanitizers
                "#0 0x561c1e42152a in shop::Cart::peek(int*) /builds/shop/src/cart.cpp:13:7 | shop::Cart/peek",
                "#1 0x561c1e4217da in main /builds/shop/src/main.cpp:21 | src/main.cpp/main",
                "#0 0x4a2b3c in copy (/opt/shop/bin/shop+0x4a2b3c) | shop/copy",
                "#0 0x4a2b3c in copy (/opt/shop/bin/shop+0x4a2b3c) (BuildId: 8f1a2b) | shop/copy",
                "#0 0x4a2b3c in add(int) (/opt/shop/bin/shop+0x4a2b3c) (BuildId: 8f1a2b) | shop/add",
                // Android
                "#01 pc 0001a2b4  /data/lib/libshop.so (shop::Image::decode(char const*)+212) | shop::Image/decode",
                "#01 pc 0001a2b4  /data/lib/libshop.so (decode+212) (BuildId: aa11bb22) | libshop.so/decode",
                "#01 pc 0001a2b4  /data/app/base.apk (offset 0x1000) (decode+212) | base.apk/decode",
                "#01 pc 0001a2b4  /data/lib/libshop.so (decode) | libshop.so/decode",
                // Boost and the standard library
                "0# shop::Cart::add(int) at /builds/shop/src/cart.cpp:12 | shop::Cart/add",
                "1# decode in /opt/shop/lib/libshop.so | libshop.so/decode",
                "12# main | /main",
                // Apple
                "1   Shop  0x0000000104a1f2b4 Cart.total() + 124 (Cart.swift:31) | Cart/total",
                "1   Shop  0x0000000104a1f2b4 draw + 124 (draw.c:31) | draw.c/draw",
                "1   Shop  0x0000000104a1f2b4 draw + 124 (in Shop) | Shop/draw",
                "1   My Shop  0x0000000104a1f2b4 draw + 124 | My Shop/draw",
                "1   Shop  0x0000000104a1f2b4 draw | Shop/draw",
                "1   Shop  0x0000000104a1f2b4 Money.+ infix(_:_:) + 12 | Money/+",
                "3   Shop  0x0000000104a1f2b4 -[ProfileCell fill:] + 212 | ProfileCell/-fill:",
                // Swift 5.9
                "0   0x000055a1c1a2f2b4 Ledger.reserve(_:count:) + 40 in shop at /b/Sources/shop/Ledger.swift:31:14 "
                        + "| Ledger/reserve",
                "1 [ra] 0x000055a1c1a30b70 main + 8 in shop at /b/Sources/shop/main.swift:3:1 | shop/main.swift/main",
                "2 [async] 0x000055a1c1a30b70 static Main.run() in shop | Main/run",
                // glibc
                "./shop(_ZN4shop4Cart3addEi+0x27)[0x55c8dfcf8bad] | shop::Cart/add",
                "./shop(shop::Cart::add(int)+0x27) [0x55c8dfcf8bad] | shop::Cart/add",
                "/opt/shop/bin/shop(main+0xc1)[0x55c8dfcf845a] | shop/main",
                "C:\\shop\\shop.exe(main+0xc1) [0x55c8dfcf845a] | shop.exe/main",
                // glog
                "@     0x55d0c0a3f2b4 shop::Index::seek() | shop::Index/seek",
                "@ 0x55d0c0a3f2b4 main | /main",
            })
    void walk_namedFrame_isInApp(String line, String frame) {
        String expected =
                frame.substring(0, frame.lastIndexOf('/')) + '|' + frame.substring(frame.lastIndexOf('/') + 1);
        assertThat(machine.recognises("Signal 11\n\n\t" + line + "\r\n")).isTrue();
        assertThat(VisitedFrames.of(machine, line)).containsExactly(expected);
        assertThat(VisitedFrames.raw(machine, line)).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#1  <signal handler called> | /",
                "#4  0x00007ffff7c9d919 in ?? () from /opt/shop/libshop.so | libshop.so/",
                "#4  0x00007ffff7c9d919 in ?? () | /",
                "#0 0x4a2b3c  (/opt/shop/bin/shop+0x4a2b3c) | shop/",
                "0# 0x00007F1C3E1DDD90 in /opt/shop/libshop.so | libshop.so/",
                "#00 pc 0001a2b4  /data/lib/libshop.so | libshop.so/",
                "#00 pc 0001a2b4  /data/lib/libshop.so (BuildId: aa11bb22) | libshop.so/",
                "4   Shop  0x0000000104a1f2b4 0x104a10000 + 61620 | Shop/",
                "./shop(+0x432f)[0x55c8dfcf832f] | shop/",
                "./shop() [0x55c8dfcf832f] | shop/",
                "./shop [0x400b3d] | shop/",
                "@ 0x7f1c3e1fae97 (unknown) | /",
                "2   Shop  0x0000000104a20a18 thunk for @escaping (@guaranteed Data?) -> () + 64 | Shop/",
                "2   Shop  0x0000000104a20a18 reabstraction thunk helper from @escaping + 64 | Shop/",
            })
    void walk_frameWithoutSymbol_isNotInApp(String line, String frame) {
        assertThat(machine.recognises(line)).isTrue();
        assertThat(VisitedFrames.of(machine, line)).containsExactly('(' + frame.replace('/', '|') + ')');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#0  __pthread_kill_implementation (threadid=1) at ./nptl/pthread_kill.c:44",
                "#2  0x00007ffff7a59fb2 in kill_it (sig=6) at ../sysdeps/posix/raise.c:26",
                "#6  0x00007ffff7ca8e85 in std::terminate() () from /opt/shop/lib/libown.so",
                "#9  0x00005555 in std::vector<int, std::allocator<int> >::at (this=0x7f) at /x/stl_vector.h:1175",
                "#1  0x00007f1c in parse () from /lib/x86_64-linux-gnu/libc.so.6",
                "#1  0x00007f1c in parse () from /usr/lib/libparse.so",
                "#1  0x00007f1c in parse () at /usr/include/c++/12/bits/invoke.h:61",
                "./shop(_ZNSt6vectorIiSaIiEE2atEm+0x23)[0x55c8dfcf8d21]",
                "./shop(_start+0x21)[0x55c8dfcf8241]",
                "./shop(abort+0x21)[0x55c8dfcf8241]",
                "0   libswiftCore.dylib  0x00000001a1c2f3b4 _assertionFailure(_:_:file:line:flags:) + 308",
                "4   UIKitCore  0x00000001a4b1c0a8 -[UIViewController loadViewIfRequired] + 172",
                "0   CoreFoundation  0x00000001804b5a40 __exceptionPreprocess + 172",
                "1 [system] 0x00007f2a1c5d0d90 Array.check(_:) + 88 in own.so",
                "1 [inlined] [system] 0x00007f2a1c5d0d90 Array.check(_:) in own.so",
            })
    void walk_runtimeAndSystem_isNotInApp(String line) {
        assertThat(machine.recognises(line)).isTrue();
        assertThat(VisitedFrames.of(machine, line)).singleElement().asString().startsWith("(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#1",
                "#1 a numbered remark",
                "#1 a bug in parser",
                "#x 0x00005555 in f ()",
                "#1x00005555 in f ()",
                "#00 pc ",
                "#00 pc x",
                "0#",
                "0# ",
                "404",
                "404 is the code",
                "404 error at 0x12 here",
                "404 error at x0x0000000012 here",
                "404x error at 0x0000000012 here",
                "3   Shop  0x0000000104a1f2b4",
                "3   Shop  0xzz draw",
                "@ home",
                "@ 0x55d0c0a3f2b4",
                "failed [0x8007000e]",
                "it failed(x) [0x8007000e]",
                "a/failed(x [0x8007000e]",
                "(x) [0x8007000e]",
                "[0x8007000e]",
                "a/b [8007000e]",
                "a/b [0x8007000e",
            })
    void recognises_numbersInAText_isNotNative(String text) {
        assertThat(machine.recognises(text)).isFalse();
    }

    @Test
    void walk_crashLog_beginsAtTheCrashedThreadAndEndsWithIt() {
        String text = """
            Crashed Thread:        1

            Thread 0:
            0   Shop  0x0000000104a1f2b4 main + 124

            Thread 1 Crashed:
            0   Shop  0x0000000104a1f2b4 Cart.total() + 124
            1   Shop  0x0000000104a1f2b4 Cart.show() + 124

            Thread 2:
            0   Shop  0x0000000104a1f2b4 Other.wait() + 124
            """;
        assertThat(VisitedFrames.of(machine, text)).containsExactly("Cart|total", "Cart|show");
    }

    @Test
    void walk_crashLogOfAnException_beginsAtItsBacktrace() {
        String text = """
            Last Exception Backtrace:
            0   Shop  0x0000000104a1f2b4 Cart.total() + 124

            Thread 0 Crashed:
            0   Shop  0x0000000104a1f2b4 main + 124
            """;
        assertThat(VisitedFrames.of(machine, text)).containsExactly("Cart|total");
    }

    @Test
    void walk_threadNamedAboveTheFrames_goesOnToThem() {
        String text = """
            Thread 7 (Thread 0x7f1c (LWP 431)):
            Thread name: worker
            #0  0x00005555 in shop::run () at src/run.cpp:3
            """;
        assertThat(VisitedFrames.of(machine, text)).containsExactly("shop|run");
    }

    @Test
    void walk_sourceBetweenTheFrames_isPassedOver() {
        String text = """
            Thread 0 "shop" crashed:

            0               0x000055a1c1a2f2b4 Ledger.reserve(_:) + 40 in shop at /b/Ledger.swift:31:14

                29│   func reserve(_ id: Int) {
             *  31│     slot.pointee -= count

            1 [ra]          0x000055a1c1a30a18 Checkout.run() + 88 in shop at /b/Checkout.swift:12:5
            """;
        assertThat(VisitedFrames.of(machine, text)).containsExactly("Ledger|reserve", "Checkout|run");
    }

    @Test
    void walk_visitorHasSeenEnough_stops() {
        String text = "@ 0x55d0c0a3f2b4 a\n@ 0x55d0c0a3f2b4 b\n";
        assertThat(VisitedFrames.of(machine, text, 1)).containsExactly("|a");
    }
}
