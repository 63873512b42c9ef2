package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Numbers, alone, with a sign, in words, and with a unit. */
class NumberReadersTest {
    @TestFactory
    Stream<DynamicTest> number_fiveDigitsOrMore_isReplaced() {
        return Examples.always("""
            order 12345 gone => order <int> gone
            order #99999, 1234567890123. => order #<int>, <int>.
            12,345 rows => <int> rows
            1,234,567 rows => <int> rows
            [-12345] x=+12345 => [<int>] x=<int>
            a-12345 => a-<int>
            order_12345/x => order_<int>/x
            用户12345不存在 => 用户<int>不存在
            n° 12345 => n° <int>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> number_upToFourDigits_isReplacedIfAFramePinsThePlace() {
        return Examples.byEvidence("""
            Error 1 => Error 1 => Error <int>
            got 9999, want 0 => got 9999, want 0 => got <int>, want <int>
            1,234 rows => 1,234 rows => <int> rows
            at index -1: x => at index -1: x => at index <int>: x
            (+5) => (+5) => (<int>)
            5-3 => 5-3 => <int>-<int>
            pool-1-thread-2 => pool-1-thread-2 => pool-<int>-thread-<int>
            1.2.3 => 1.2.3 => <int>.<int>.<int>
            10.0.19041 => 10.0.<int> => <int>.<int>.<int>
            用户12不存在 => 用户12不存在 => 用户<int>不存在
            1,23 => 1,23 => <int>,<int>
            1,2345 => 1,2345 => <int>,<int>
            1234,567 => 1234,567 => <int>,<int>
            95% of 3/4 => 95% of 3/4 => <int>% of <int>/<int>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> decimal_pinned_isReplaced() {
        return Examples.byEvidence("""
            ratio 0.5 => ratio 0.5 => ratio <decimal>
            pi is 3.14159. => pi is 3.14159. => pi is <decimal>.
            -1.5e-7 => -1.5e-7 => <decimal>
            1.5e7 => 1.5e7 => <decimal>
            2E+10 x => 2E+10 x => <decimal> x
            1,234.5 => 1,234.5 => <decimal>
            1700000000.123 => <decimal> => <decimal>
            12345e-2 => <decimal> => <decimal>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> number_inWord_isPartOfIt() {
        return Examples.neverReplaced("""
            utf8 sha256 x86 h2 v2 3rd 10x 2E7
            AADSTS50034 E1234 CS0246 SQL0204N
            k3j29583jd 12345xyz abc1234 abc12345é\
            """);
    }

    @TestFactory
    Stream<DynamicTest> number_longAtEndOfWord_isReplaced() {
        return Examples.always("""
            order12345 gone => order<int> gone
            Order12345 gone => Order<int> gone
            tmp_x98765, => tmp_x<int>,\
            """);
    }

    @TestFactory
    Stream<DynamicTest> duration_numberWithUnit_isReplaced() {
        return Examples.always("""
            timeout of 30000ms exceeded => timeout of <duration> exceeded
            after 5s, 5 s, 1.5 sec, 2 h => after <duration>, <duration>, <duration>, <duration>
            10ns 10us 10µs 10μs 10 msec => <duration> <duration> <duration> <duration> <duration>
            3 nanos, 3 Micros, 3 millis, 3 usecs => <duration>, <duration>, <duration>, <duration>
            5m 5h 5d 5 min 5 hrs 2 Days => <duration> <duration> <duration> <duration> <duration> <duration>
            1 week, 3 months and 2 years => <duration>, <duration> and <duration>
            1h5m3s or 1h1m1.5s => <duration> or <duration>
            PT5M30S PT0.5S P1DT2H P3W => <duration> <duration> <duration> <duration>
            1,500 milliseconds => <duration>
            (-5s) => (-<duration>)\
            """);
    }

    @TestFactory
    Stream<DynamicTest> size_numberWithUnit_isReplaced() {
        return Examples.always("""
            limit of 16777216 bytes, 10MB, 1.5 GiB => limit of <size>, <size>, <size>
            512K 64k 2G 8M 5Mi 4Ki 3Gi 1Ti => <size> <size> <size> <size> <size> <size> <size> <size>
            12 KB/s and 5B and 5 B and 1 byte => <size>/s and <size> and <size> and <size>
            1,024 kb of 2 terabytes => <size> of <size>
            1 octet, 2 kilobytes, 3 megabytes => <size>, <size>, <size>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> quantity_noUnit_stays() {
        return Examples.of("""
            5 users => 5 users
            5 m and 5 d and 5 K => 5 m and 5 d and 5 K
            5x 5sx 5.x 5T => 5x 5sx 5.x 5T
            1h5x => 1h5x
            1h5 => 1h5
            5MBs => 5MBs
            5 secondsets and 5 kilobytesxyzabc => 5 secondsets and 5 kilobytesxyzabc
            5  s => 5 s
            PT PTS P5 P5X PT5 PT5Mx => PT PTS P5 P5X PT5 PT5Mx
            XPT5M => XPT5M\
            """, Examples::unpinned);
    }
}
