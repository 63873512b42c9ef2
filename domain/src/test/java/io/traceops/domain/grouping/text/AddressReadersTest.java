package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** E-mail addresses, addresses of the internet, and tokens of the web. */
class AddressReadersTest {
    @TestFactory
    Stream<DynamicTest> email_domainWithDot_isReplaced() {
        return Examples.always("""
            user bob@example.com exists => user <email> exists
            <j.doe+tag_1%x-y@mail.example.co.uk>, again => <<email>>, again
            user=bob@example.com. => user=<email>.
            to 12345@example.com => to <email>
            550e8400-e29b@example.museum: no => <email>: no
            git@github.com:acme/shop.git => <email>:acme/shop.git\
            """);
    }

    @TestFactory
    Stream<DynamicTest> email_domainWithoutDotOrTopLevel_stays() {
        return Examples.neverReplaced("""
            root@localhost
            bob@example.c is short
            bob@.com has no name
            bob@example. and @example.com and bob@
            bob@example.comé
            a.b.c.d has no sign\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ipv4_withOrWithoutPort_isReplaced() {
        return Examples.always("""
            connect ECONNREFUSED 127.0.0.1:5432 => connect ECONNREFUSED <ip>
            from 10.0.0.1, 255.255.255.255. => from <ip>, <ip>.
            10.0.0.1:65535/x => <ip>/x
            10.0.0.1: refused => <ip>: refused
            10.0.0.1:x => <ip>:x
            [10.0.0.1] => [<ip>]\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ipv4_wrongShape_stays() {
        return Examples.of("""
            1.2.3 => 1.2.3
            1.2.3.256 => 1.2.3.256
            1.2.3.4.5 => 1.2.3.4.5
            1.2.3.4x => 1.2.3.4x
            v1.2.3.4 => v1.2.3.4
            x.1.2.3.4 => x.1.2.3.4
            1.2.3.0004 => 1.2.3.0004
            1.2..4 => 1.2..4\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> port_tooLongOrGlued_isNoPort() {
        return Examples.always("""
            10.0.0.1:123456 => <ip>:<int>
            10.0.0.1:80a => <ip>:80a\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ipv6_everySpelling_isReplaced() {
        return Examples.always("""
            connect ECONNREFUSED ::1:5432 => connect ECONNREFUSED <ip>
            [::1]:8080 refused => <ip> refused
            fe80::1%eth0 down => <ip> down
            fe80:: down => <ip> down
            2001:db8::8a2e:370:7334. => <ip>.
            2001:0DB8:0000:0000:0000:8A2E:0370:7334 => <ip>
            0:0:0:0:0:0:0:1:8080 => <ip>
            ::ffff:10.0.0.1 => <ip>
            64:ff9b::10.0.0.1: no route => <ip>: no route
            bind ::1: in use => bind <ip>: in use
            dial tcp [2001:db8::1]:443: i/o timeout => dial tcp <ip>: i/o timeout\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ipv6_namesAndTimes_stay() {
        return Examples.neverReplaced("""
            std::vector and Foo::Bar and ::Top
            dead::beef has no digit
            Ab::C1 has capitals
            a1:b2:c3:d4:e5:f6 is a card
            ::1x and [::]\
            """);
    }

    @TestFactory
    Stream<DynamicTest> ipv6_tooManyGroups_isNoAddress() {
        return Examples.of("""
            a1:2:3:4:5:6:7 => a1:2:3:4:5:6:7
            1:2:3:4:5:6:7::8 => 1:2:3:4:5:6:7::8
            x::1 => x::1
            [::1 => [<ip>\
            """, Examples::unpinned);
    }

    @TestFactory
    Stream<DynamicTest> jwt_threeRuns_isReplaced() {
        return Examples.always("""
            token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_x expired => token <token> expired
            Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. => Bearer <token>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> jwt_wrongShape_stays() {
        return Examples.neverReplaced("""
            eyJhbGci3 alone
            eyJhbGci3.x3
            eyJhbGci3..x3
            eyXhbGci3.a3.b3
            x.eyJhbGci3.a3.b3
            x-eyJhbGci3.a3.b3\
            """);
    }
}
