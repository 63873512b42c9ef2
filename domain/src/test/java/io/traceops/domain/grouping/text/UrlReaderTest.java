package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class UrlReaderTest {
    @TestFactory
    Stream<DynamicTest> url_pathAndQuery_keepsHostAndTemplatesPath() {
        return Examples.always("""
            GET https://api.stripe.com/v1/charges/5?x=1 failed => GET https://api.stripe.com/v1/charges/{id} failed
            see http://h.de/a/550e8400-e29b-41d4-a716-446655440000#top. => see http://h.de/a/{id}.
            see http://h.de, http://h.de/ => see http://h.de, http://h.de/
            http://h.de?x=1 and http://h.de#x => http://h.de and http://h.de
            s3://bucket/key/12 => s3://bucket/key/{id}
            mongodb+srv://u:p@h.de/app => mongodb+srv://h.de/app
            jdbc:postgresql://db:5432/app => jdbc:postgresql://db:5432/app
            jdbc:sqlserver://db:1433;databaseName=x => jdbc:sqlserver://db:1433
            file:///srv/app/20260131/x => file:///srv/app/{id}/x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> url_host_losesUserAndAddressAndLongPort() {
        return Examples.always("""
            http://user:p@ss@h.de/x => http://h.de/x
            http://10.0.0.5:8080/x => http://<ip>/x
            http://localhost:3000/x => http://localhost:3000/x
            http://localhost:54321/x => http://localhost:<int>/x
            http://h12345.de:9/x => http://h12345.de:9/x
            mongodb://a:27017,b:27018/x => mongodb://a:<int>,b:<int>/x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> url_endsBeforeWhatSurroundsIt() {
        return Examples.always("""
            (http://h.de/a) => (http://h.de/a)
            [http://h.de/a] x => [http://h.de/a] x
            <http://h.de/a> => <http://h.de/a>
            {url: http://h.de/a} => {url: http://h.de/a}
            http://h.de/a/{id}/b => http://h.de/a/{id}/b
            http://h.de/a|b => http://h.de/a|b
            http://h.de/a!? => http://h.de/a!?
            http://h.de/a;b=1, x => http://h.de/a, x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> url_withoutHostOrScheme_isNone() {
        return Examples.of("""
            http:// and :// x => http:// and :// x
            //h.de/a/5 => //h.de/a/5
            "http://h.de/5" => "http://h.de/{id}"
            'http://h.de/5' => 'http://h.de/{id}'
            `http://h.de/5` => `http://h.de/{id}`\
            """, Examples::unpinned);
    }
}
