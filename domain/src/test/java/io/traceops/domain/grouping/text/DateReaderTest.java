package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DateReaderTest {
    @TestFactory
    Stream<DynamicTest> date_yearFirst_isReplaced() {
        return Examples.always("""
            on 2026-01-31 => on <date>
            on 2026/01/31, 2026.01.31 => on <date>, <date>
            2026-01-31T10:20:30Z: no => <date>: no
            2026-01-31T10:20:30.123456+02:00 => <date>
            2026-01-31t10:20 => <date>
            2026-01-31 10:20:30,123 [x] => <date> [x]
            2026-01-31 10:20:30 -0500 x => <date> x
            2026-01-31 10:20:30 +02 x => <date> x
            2026-01-31 10:20:30.123456789 +0000 UTC m=+0.000012 x => <date> x
            2026-01-31 10:20:30 +0000 UTC m=-12 x => <date> x
            2026-01-31T10:20:30+01:00[Europe/Paris] => <date>
            2026-01-31T10:20:30Z[Etc/UTC] => <date>
            20260131T102030Z 20260131T102030.5 20260131T102030 => <date> <date> <date>
            1900-01-01 2199-12-31T24:59:60 => <date> <date>
            /logs/2026-01-31/x => /logs/<date>/x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> date_yearFirstWrongShape_stays() {
        return Examples.of("""
            1899-01-31 => 1899-01-31
            2200-01-31 => 2200-01-31
            2026-13-31 => 2026-13-31
            2026-01-32 => 2026-01-32
            2026-01-311 => 2026-01-311
            2026-01/31 => 2026-01/31
            2026-1-31 => 2026-1-31
            2026_01_31 => 2026_01_31
            2026-01-31x => 2026-01-31x
            20261331T102030Z => 20261331T102030Z
            20260132T102030Z => 20260132T102030Z
            22000131T102030Z => 22000131T102030Z
            20260131T250000Z => 20260131T250000Z
            20260131X102030Z => 20260131X102030Z
            20260131T102030Zx => 20260131T102030Zx\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> date_yearLast_isReplaced() {
        return Examples.always("""
            on 31.01.2026 => on <date>
            on 1/31/2026 10:20:30 AM => on <date>
            on 31/1/2026, 10:20 => on <date>
            on 31-12-2026 => on <date>
            at 31/Jan/2026:10:20:30 +0000 => at <date>
            on 31-Jan-2026 10:20 => on <date>
            on 5 January 2026 => on <date>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> date_yearLastWrongShape_stays() {
        return Examples.of("""
            32.01.2026 => 32.01.2026
            31.13.2026 => 31.13.2026
            13/32/2026 => 13/32/2026
            31.01-2026 => 31.01-2026
            31:01:2026 => 31:01:2026
            31.01.20261 => 31.01.<int>
            31.01.1899 => 31.01.1899
            32 Jan 2026 => 32 Jan 2026
            311 Jan 2026 => 311 Jan 2026
            31 Foo 2026 => 31 Foo 2026
            31 Jan-2026 => 31 Jan-2026
            31_Jan_2026 => 31_Jan_2026
            31 Jan 1026 => 31 Jan 1026\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> date_monthInWords_isReplaced() {
        return Examples.always("""
            Jan 31 10:20:30 host x => <date> host x
            Jan  1 10:20:30 x => <date> x
            JAN 31, 2026 x => <date> x
            Jan 31 2026, 10:20 x => <date> x
            January 31, 2026 10:20:30 AM x => <date> x
            September 5 2026 x => <date> x
            Mon Jan 31 10:20:30 UTC 2026 x => <date> x
            Mon Jan 31 10:20:30 2026 x => <date> x
            Mon, 31 Jan 2026 10:20:30 GMT x => <date> x
            Sunday, 31 Jan 2026 x => <date> x
            Sat Jan 31 2026 10:20:30 GMT+0100 (Central European Standard Time) x => <date> x
            [Wed Oct 11 14:32:52 2000] [error] x => [<date>] [error] x
            (Jan 31, 2026) => (<date>)\
            """);
    }

    @TestFactory
    Stream<DynamicTest> date_monthInWordsWrongShape_stays() {
        return Examples.of("""
            Jan 31 was cold => Jan 31 was cold
            May 5 users log in => May 5 users log in
            jan 31, 2026 => jan 31, 2026
            Jan 32, 2026 => Jan 32, 2026
            Jan 311, 2026 => Jan 311, 2026
            Jan 31,2026 => Jan 31,2026
            Jan31, 2026 => Jan31, 2026
            Ja 31, 2026 => Ja 31, 2026
            Januariest 31, 2026 => Januariest 31, 2026
            Foo 31, 2026 => Foo 31, 2026
            Jan 31, 20261 => Jan 31, <int>
            Mon is down => Mon is down
            Mon: Jan 31, 2026 => Mon: <date>
            Mon 5 users => Mon 5 users
            Sun, moon => Sun, moon\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> time_withSecondsOrHalfOfDay_isReplaced() {
        return Examples.always("""
            at 10:20:30 => at <date>
            at 0:00:00, 24:59:60. => at <date>, <date>.
            at 10:20:30.123 => at <date>
            at 10:20:30,5 => at <date>
            at 10:20 PM x => at <date> x
            at 9:05am x => at <date> x
            at 10:20:30 pm x => at <date> x
            at 10:20:30Z => at <date>
            at 10:20:30 UTC x => at <date> x
            at 10:20:30 CEST x => at <date> x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> time_wrongShape_stays() {
        return Examples.of("""
            10:20 => 10:20
            25:20:30 => 25:20:30
            10:60:30 => 10:60:30
            10:20:61 => 10:20:61
            10:2:30 => 10:2:30
            10:20:3 => 10:20:3
            10:201:30 => 10:201:30
            10:20:301 => 10:20:301
            10:20:30:40 => 10:20:30:40
            x:10:20:30 => x:10:20:30
            1.10:20:30 => 1.10:20:30
            10:20:30x => 10:20:30x
            10:20 pmx => 10:20 pmx
            10:20 qm => 10:20 qm\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> zone_notOne_staysBehindTheTime() {
        return Examples.of("""
            10:20:30 ERROR x => <date> ERROR x
            10:20:30 GO x => <date> GO x
            10:20:30 AB => <date> AB
            10:20:30 -5 => <date> -5
            10:20:30 +19 => <date> +19
            10:20:30 +02:60 => <date> +02:60
            10:20:30 +0260 => <date> +0260
            10:20:30Z[] => <date>[]
            10:20:30Z[a => <date>[a
            10:20:30 UTC (x => <date> (x
            10:20:30 (CET) => <date> (CET)
            10:20:30Z m=5 => <date> m=5\
            """, Examples::unpinned);
    }
}
