package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhpDialectTest {
    private final PhpDialect php = new PhpDialect();

    @Test
    void language_isPhp() {
        assertThat(php.language()).isEqualTo(StackLanguage.PHP);
    }

    @Test
    void exceptionType_anyException_isNone() {
        assertThat(php.exceptionType("Error: x in /a.php:1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#0 {main}",
                "#0 /srv/a.php(12): f()",
                "#12 [internal function]: f()",
                "#0 C:\\srv\\a.php(3) : eval()'d code(1): f()",
                "Error: x in /srv/a.php:12",
                "PHP Warning:  Undefined variable $x in /srv/a.php on line 12",
                "a message\n\n#0 {main}",
                "/srv/a.php:12"
            })
    void recognises_callOrPlace_isPhp(String text) {
        assertThat(php.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "#0",
                "#0 ",
                "#0{main}",
                "# {main}",
                "#x {main}",
                "#0 /srv/a.php: f()",
                "#0 /srv/a.php(x): f()",
                "#0 /srv/a.php 12): f()",
                "#0 (12): f()",
                "#0 (): f()",
                "Error: x in /srv/a.js:12",
                "Error: x in /srv/a.php",
                "Error: x in /srv/a.php 12",
                "see http://host/a.php:12:3"
            })
    void recognises_neitherCallNorPlace_isNotPhp(String text) {
        assertThat(php.recognises(text)).isFalse();
    }

    @Test
    void walk_exception_putsEachFunctionIntoTheFileThatHoldsIt() {
        String text = """
            RuntimeException: no template in /srv/inc/engine.php:90
            Stack trace:
            #0 /srv/inc/page.php(12): render('cart')
            #1 /srv/vendor/acme/run.php(7): page(Array)
            #2 /srv/public/index.php(3): Acme\\run()
            #3 {main}
              thrown in /srv/inc/engine.php on line 90
            """;
        assertThat(VisitedFrames.of(php, text))
                .containsExactly("inc/engine.php|render", "inc/page.php|page", "(Acme|run)", "public/index.php|{main}");
        assertThat(VisitedFrames.raw(php, text)).startsWith("#0 /srv/inc/page.php(12): render('cart')");
    }

    @Test
    void walk_visitorHasSeenEnough_stops() {
        String text = "#0 /srv/a.php(1): f()\n#1 /srv/b.php(2): g()\n";
        assertThat(VisitedFrames.of(php, text, 1)).containsExactly("|f");
        assertThat(VisitedFrames.of(php, text, 2)).containsExactly("|f", "srv/a.php|g");
        assertThat(VisitedFrames.of(php, "/srv/a.php:1\n/srv/b.php:2\n", 1)).containsExactly("srv/a.php|");
    }

    @Test
    void walk_traceCutShort_endsWithTheLastFile() {
        assertThat(VisitedFrames.of(php, "#0 /srv/vendor/a.php(1): f()\n#1 /srv/b.php(2): g()\nmore"))
                .containsExactly("|f", "(vendor/a.php|g)", "srv/b.php|");
        assertThat(VisitedFrames.of(php, "#0 /srv/vendor/a.php(1): f()")).containsExactly("|f", "(vendor/a.php|)");
    }

    @Test
    void walk_functionOfPhpItself_isNotInApp() {
        String text = """
            DivisionByZeroError: Division by zero in /srv/tax/rate.php:7
            Stack trace:
            #0 /srv/tax/rate.php(7): intdiv(100, 0)
            #1 /srv/public/index.php(5): split(100)
            #2 {main}
            """;
        assertThat(VisitedFrames.of(php, text))
                .containsExactly("(tax/rate.php|intdiv)", "tax/rate.php|split", "public/index.php|{main}");
    }

    @Test
    void walk_functionOfPhpItselfWithoutArguments_isNotInApp() {
        String text = "Error: x in /srv/a.php:7\nStack trace:\n#0 /srv/a.php(7): include\n#1 {main}\n";
        assertThat(VisitedFrames.of(php, text)).first().isEqualTo("(srv/a.php|include)");
    }

    @Test
    void walk_moreThanTenCalls_visitsThemAll() {
        StringBuilder text = new StringBuilder();
        for (int call = 0; call <= 10; call++) {
            text.append('#').append(call).append(" /srv/a.php(1): f()\n");
        }
        assertThat(VisitedFrames.of(php, text.toString())).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop\\fail(1)", "{closure}(1)", "class@anonymous->fail(1)", "Shop\\A->fail(1)"})
    void walk_ownFunctionInTheLineOfItsCall_isInApp(String function) {
        String text = "Error: x in /srv/a.php:7\nStack trace:\n#0 /srv/a.php(7): " + function + "\n#1 {main}\n";
        assertThat(VisitedFrames.of(php, text).getFirst()).doesNotStartWith("(");
    }

    @Test
    void walk_callOfAnInternalFunction_isNotInApp() {
        String text = """
            DomainException: bad in /srv/rows.php:31
            Stack trace:
            #0 [internal function]: {closure}(Array)
            #1 /srv/rows.php(33): array_map(Object(Closure), Array)
            #2 {main}
            """;
        assertThat(VisitedFrames.of(php, text))
                .containsExactly("srv/rows.php|{closure}", "([internal function]|array_map)", "srv/rows.php|{main}");
    }

    @Test
    void walk_chainOfExceptions_visitsTheInnermostAlone() {
        String text = """
            A: inner in /srv/a.php:1
            Stack trace:
            #0 /srv/b.php(2): a()
            #1 {main}

            Next B: outer in /srv/c.php:3
            Stack trace:
            #0 {main}
            """;
        assertThat(VisitedFrames.of(php, text)).containsExactly("srv/a.php|a", "srv/b.php|{main}");
        assertThat(VisitedFrames.of(php, "#0 /srv/b.php(2): a()\n#0 /srv/c.php(3): c()"))
                .containsExactly("|a", "srv/b.php|");
    }

    @Test
    void walk_logWithPreviousExceptions_visitsTheLast() {
        String text = """
            [2026-01-05 10:00:00] production.ERROR: x {"exception":"[object] (B(code: 0): x at /srv/b.php:829)
            [stacktrace]
            #0 /srv/c.php(1): App\\\\b()
            #1 {main}

            [previous exception] [object] (A(code: 0): x at /srv/a.php:423)
            [stacktrace]
            #0 /srv/d.php(1): a()
            #1 {main}
            "}
            """;
        assertThat(VisitedFrames.of(php, text)).containsExactly("srv/a.php|a", "srv/d.php|{main}");
    }

    @Test
    void walk_addressAtTheEndOfTheMessage_isNoPlace() {
        String text = "cURL error 7: no connection to http://stock:8080\nStack trace:\n#0 /srv/b.php(2): a()\n";
        assertThat(VisitedFrames.of(php, text)).first().isEqualTo("|a");
    }

    @Test
    void walk_scriptWithoutExtension_isAPlaceBehindIn() {
        String text = "Error: x in /srv/bin/console:7\nStack trace:\n#0 {main}\n";
        assertThat(VisitedFrames.of(php, text)).containsExactly("bin/console|{main}");
    }

    @Test
    void walk_warningsWithoutTrace_visitsTheirPlaces() {
        String text = """
            PHP Warning:  Undefined variable $x in /srv/vendor/a.php on line 12
            not this one
            PHP Warning:  Undefined variable $y in /srv/b.php on line 13.
            """;
        assertThat(VisitedFrames.of(php, text)).containsExactly("(vendor/a.php|)", "srv/b.php|");
        assertThat(VisitedFrames.raw(php, text))
                .last()
                .isEqualTo("PHP Warning:  Undefined variable $y in /srv/b.php on line 13.");
    }

    @Test
    void walk_listOfFiles_visitsThemAll() {
        assertThat(VisitedFrames.of(php, "/srv/vendor/a.php:12\n/srv/b.php:7\n"))
                .containsExactly("(vendor/a.php|)", "srv/b.php|");
    }

    @Test
    void walk_classOfAFramework_isNotInAppWhereverItLies() {
        assertThat(VisitedFrames.of(php, "#0 {main}\n#1 /srv/a.php(2): Symfony\\Kernel->handle()"))
                .element(1)
                .isEqualTo("(Symfony\\Kernel|handle)");
    }
}
