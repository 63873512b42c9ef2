package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SourceLineReaderTest {
    @TestFactory
    Stream<DynamicTest> place_ofPerl_keepsTheFileAlone() {
        return Examples.always("""
            Died at /srv/app/releases/20260131/lib/Foo.pm line 42. => Died at Foo.pm line <line>.
            Died at script.pl line 42. => Died at script.pl line <line>.
            Died at bin/run line 42. => Died at run line <line>.
            Died at C:\\app\\run line 42. => Died at run line <line>.
            Died at -e line 1. => Died at -e line <line>.
            Died at (eval 12) line 3, <STDIN> line 77. => Died at (eval <line>) line <line>, <STDIN> line <line>.
            Died at x.pl line 3, <$fh_1> line 77. => Died at x.pl line <line>, <$fh_1> line <line>.
            Died at x.pl line 3, <STDIN> chunk 77. => Died at x.pl line <line>, <STDIN> chunk <line>.
            Died at (eval x) line 3. => Died at (eval x) line <line>.\
            """);
    }

    @TestFactory
    Stream<DynamicTest> place_ofPhp_keepsTheFileAlone() {
        return Examples.always("""
            int given, called in /var/www/html/index.php on line 12 => int given, called in index.php on line <line>
            int given, called in /a/b.php:12 => int given, called in b.php:<line>
            bad token in x.py, line 5 => bad token in x.py, line <line>
            thrown in C:\\www\\x.php on line 3 => thrown in x.php on line <line>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> place_withColon_keepsTheFileAlone() {
        return Examples.always("""
            /app/models/user.rb:42:in run => user.rb:<line>:in run
            (./src/main.go:7) => (main.go:<line>)
            at /app/x.js:10:5 y => at x.js:<line> y
            C:\\app\\x.cs:9: error => x.cs:<line>: error
            x.kt:9 => x.kt:<line>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> place_notOfAFile_stays() {
        return Examples.of("""
            at position line 5 => at position line 5
            at x.pl line x => at x.pl line x
            at x.pl line => at x.pl line
            at x.pl lines 5 => at x.pl lines 5
            on x.pl line 5 => on x.pl line 5
            x.pl line 3, <A B> line 7 => x.pl line 3, <A B> line 7
            at x.pl line 3, <AB> row 7 => at x.pl line <line>, <AB> row 7
            at x.pl line 3, <AB> line x => at x.pl line <line>, <AB> line x
            db.internal:5432 => db.internal:5432
            rb:42 => rb:42
            .rb:42 => .rb:42
            x.rb:y => x.rb:y
            x.rb: 42 => x.rb: 42
            http://x.rs:8080 => http://x.rs:8080
            x.swiftly:42 => x.swiftly:42
            a=x.rb:42 => a=x.rb:42\
            """, Examples::unpinned);
    }
}
