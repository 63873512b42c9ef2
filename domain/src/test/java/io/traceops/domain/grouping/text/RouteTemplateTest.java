package io.traceops.domain.grouping.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouteTemplateTest {
    @TestFactory
    Stream<DynamicTest> route_aroundThePath_isDropped() {
        return Examples.of("""
            /users => /users
            GET /users => /users
            OPTIONS   /users => /users
            POST /users HTTP/1.1 => /users
            https://shop.example.com/cart => /cart
            PUT https://shop.example.com:8443/cart/ => /cart
            https://shop.example.com => /
            https://shop.example.com?x=1 => /
            https://shop.example.com#x => /
            http+unix-1.0://x/y => /y
            /cart?x=/1#y => /cart
            /cart#y?x => /cart
            //users///all// => /users/all
            / => /
            //  => /
            GETS /users => /GETS/users
            GET/users => /GET/users
            ://x/y => /:/x/y\
            """, RouteTemplateTest::canonical);
    }

    @TestFactory
    Stream<DynamicTest> route_withoutSlash_isAName() {
        return Examples.of("""
            UsersController#show => UsersController#show
            users.show?x=1 => users.show
            GET users.show => users.show
            12345 => {id}
            pkg.Service/Method => /pkg.Service/Method\
            """, RouteTemplateTest::canonical);
    }

    @Test
    void route_queryAlone_isEmpty() {
        assertThat(canonical("?x=1")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> segment_identifier_becomesPlaceholder() {
        return Examples.of("""
            /users/42/orders/7 => /users/{id}/orders/{id}
            /users/-42 => /users/{id}
            /u/550e8400-e29b-41d4-a716-446655440000 => /u/{id}
            /u/12345678-1234-1234-1234-123456789012 => /u/{id}
            /u/550E8400-E29B-41D4-A716-446655440000 => /u/{id}
            /c/deadbee1 => /c/{id}
            /c/0x1f/0X1 => /c/{id}/{id}
            /c/507f1f77bcf86cd799439011 => /c/{id}
            /j/01ARZ3NDEKTSV4RRFFQ69G5FAV => /j/{id}
            /t/eyJh.eyJz.c-_1 => /t/{id}
            /t/dGhpcyBpcyBhIHRva2Vu1x== => /t/{id}
            /v/QWxhZGRpbjpvcGVuIHNlc2FtZQ%3D%3D => /v/{id}
            /reset/kQzXwvBnMtRpLsYdFgHjKcVbNm => /reset/{id}
            /reset/xkqjzwvbnmtrplsydfghjkcvbnmqwrtz => /reset/{id}
            /a/getCustomerOrderHistoryByAccountNumber => /a/getCustomerOrderHistoryByAccountNumber
            /a/createHTTPStreamConnection => /a/createHTTPStreamConnection
            /a/internationalization-strengths => /a/internationalization-strengths
            /u/bob@example.com => /u/{id}
            /u/bob%40example.com => /u/{id}
            /d/2026-01-31 => /d/{id}
            /l/1,2,3 => /l/{id}
            /g/48.8566/-2.3/123.4 => /g/{id}/{id}/{id}
            /f/123.json => /f/{id}.json
            /f/deadbee1.min.js => /f/deadbee1.min.js
            /f/550e8400-e29b-41d4-a716-446655440000.html5 => /f/{id}.html5\
            """, RouteTemplateTest::canonical);
    }

    @TestFactory
    Stream<DynamicTest> segment_name_stays() {
        return Examples.same("""
            /api/v1/users
            /api/1.1/x/10.25
            /users/me/top-10
            /c/deadbeef/deadbe1
            /u/12345678-1234-1234-1234-12345678901
            /u/12345678-1234-1234-1234_123456789012
            /u/12345678-1234-1234-1234-12345678901_
            /forgot-password-confirmation-2
            /oauth2-authorization-callback
            /google.pubsub.v1.Publisher/Publish
            /t/eyJh.eyJz/eyJh.e.c.d/eyJh.e.é/eyK.a.b
            /u/@bob/bob@host/x@.y/@a.b/bob@host.
            /l/1,/1,x/1.x/1./+/-x/0x/0xg
            /d/2026-01-3x/2026-0x-31/2026x01-31/202x-01-31/2026-01x31
            /f/a.json/.5a/1.2.x/1.2/123.abcdef/123.a-b\
            """, RouteTemplateTest::canonical);
    }

    @TestFactory
    Stream<DynamicTest> segment_placeholderOfAFramework_isUnified() {
        return Examples.of("""
            /users/:id/orders/:orderId(x) => /users/{id}/orders/{id}
            /users/:id? => /users/{id}
            /users/<id>/<int:order_id> => /users/{id}/{id}
            /users/{userId}/{id:[0-9]{3}}/{x?} => /users/{id}/{id}/{id}
            /users/[id]/[[...slug]] => /users/{id}/{id}
            /users(.:format) => /users
            /users/:id(.:format) => /users/{id}
            /x/{a}-{b}/v{version} => /x/{id}-{id}/v{id}
            /x/{id}.json => /x/{id}.json
            /: => /:
            /x/<a => /x/<a
            /x/[a => /x/[a
            /x/{a => /x/{a
            /x/a} => /x/a}
            /x/{a}}b => /x/{id}}b
            /x/{a/b?c}/d => /x/{a/b\
            """, RouteTemplateTest::canonical);
    }

    @TestFactory
    Stream<DynamicTest> segment_percentEncoding_hasOneSpelling() {
        return Examples.of("""
            /a/%7Euser => /a/~user
            /a/%31%32 => /a/{id}
            /a/b%2fc => /a/b%2Fc
            /a/J%c3%bcrgen => /a/J%C3%BCrgen
            /a/b c => /a/b%20c
            /a/100%/%zz/%4 => /a/100%25/%25zz/%254
            /a/%4g/%g4 => /a/%254g/%25g4
            /a/%2541 => /a/%2541
            /a/%2D%2e%5F => /a/-._\
            """, RouteTemplateTest::canonical);
    }

    @TestFactory
    Stream<DynamicTest> segment_parameters_areDropped() {
        return Examples.of("""
            /a;jsessionid=1A2B/b;x => /a/b
            /;x/b => /b\
            """, RouteTemplateTest::canonical);
    }

    @Test
    void segment_controlCharacters_areEncoded() {
        assertThat(canonical("/a\u0001\u007Fb")).isEqualTo("/a%01%7Fb");
    }

    @Test
    void segment_longerThanAName_becomesPlaceholder() {
        assertThat(canonical("/" + "a".repeat(200))).isEqualTo("/" + "a".repeat(200));
        assertThat(canonical("/" + "a".repeat(201))).isEqualTo("/{id}");
    }

    @Test
    void token_ofTwentyCharacters_becomesPlaceholder() {
        assertThat(canonical("/a1b" + "z".repeat(16))).isEqualTo("/a1b" + "z".repeat(16));
        assertThat(canonical("/a1b" + "z".repeat(17))).isEqualTo("/{id}");
    }

    @Test
    void route_longerThanItsBound_losesWholeSegmentsFromTheEnd() {
        String exact = "/" + "a".repeat(199) + "/" + "e".repeat(199) + "/" + "i".repeat(111);
        DecisionLog log = DecisionLog.recording();

        assertThat(exact).hasSize(RouteTemplate.LENGTH_MAX);
        assertThat(canonical(exact)).isEqualTo(exact);
        assertThat(RouteTemplate.canonical(exact + "i/d", log)).isEqualTo(exact.substring(0, 400));
        assertThat(log.decisions()).containsExactly(new Decision("route-cut", "i".repeat(112) + "/d", ""));
    }

    @Test
    void decisions_recorded_nameEachStep() {
        DecisionLog log = DecisionLog.recording();

        RouteTemplate.canonical("GET https://h.de/users/42/%7ex?q=1", log);

        assertThat(log.decisions())
                .containsExactly(
                        new Decision("method-dropped", "GET", ""),
                        new Decision("host-dropped", "https://h.de", ""),
                        new Decision("query-dropped", "?q=1", ""),
                        new Decision("route-identifier", "42", "{id}"),
                        new Decision("route-spelling", "%7ex", "~x"));
    }

    @Test
    void decisions_ofOtherEnds_haveTheirNames() {
        DecisionLog log = DecisionLog.recording();

        RouteTemplate.canonical("/a#b", log);
        RouteTemplate.canonical("a?b", log);

        assertThat(log.decisions())
                .containsExactly(new Decision("fragment-dropped", "#b", ""), new Decision("query-dropped", "?b", ""));
    }

    private static String canonical(String raw) {
        return RouteTemplate.canonical(raw, DecisionLog.none());
    }
}
