package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RubyDialectTest {
    private final RubyDialect ruby = new RubyDialect();

    @Test
    void language_isRuby() {
        assertThat(ruby.language()).isEqualTo(StackLanguage.RUBY);
    }

    @Test
    void exceptionType_anyError_isNone() {
        assertThat(ruby.exceptionType("a.rb:1:in 'x': y (E)")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.rb:16:in `total'",
                "a.rb:16:in 'Cart#total'",
                "a.rb:16:in 'total': bad (RuntimeError)",
                "\tfrom a.rb:16:in `total'",
                "\t3: from a.rb:16:in `total'",
                "a message\n\nand more\na.rb:16:in `total'",
                "put it :in a.rb:16:in `total'"
            })
    void recognises_placeAndLabel_isRuby(String text) {
        assertThat(ruby.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.rb:16:in total",
                "a.rb:16:in `total",
                "a.rb:16:in total'",
                "a.rb:16:in ''",
                "a.rb:in 'total'",
                "a.rb:x:in 'total'",
                ":16:in 'total'",
                "16:in 'total'",
                "a.rb:16:in '",
                "a.rb:16:in ",
                "Traceback (most recent call last):"
            })
    void recognises_noPlaceAndLabel_isNotRuby(String text) {
        assertThat(ruby.recognises(text)).isFalse();
    }

    @Test
    void walk_newestFirst_visitsInOrder() {
        String text = """
            lib/a.rb:16:in `total': no price (NoMethodError)

                def total; nil.price + 1; end
                              ^^^^^^
            	from lib/b.rb:28:in `show'
            	from bin/serve.rb:2:in `<main>'
            """;
        assertThat(VisitedFrames.of(ruby, text))
                .containsExactly("lib/a.rb|total", "lib/b.rb|show", "bin/serve.rb|<main>");
        assertThat(VisitedFrames.raw(ruby, text))
                .containsExactly(
                        "lib/a.rb:16:in `total': no price (NoMethodError)",
                        "from lib/b.rb:28:in `show'",
                        "from bin/serve.rb:2:in `<main>'");
    }

    @Test
    void walk_newestLast_visitsFromBelow() {
        String text = """
            Traceback (most recent call last):
            	4: from lib/w.rb:28:in `run'
            	 ... 12 levels...
            	1: from /usr/lib/ruby/3.1.0/json/common.rb:216:in `parse'
            /usr/lib/ruby/3.1.0/json/common.rb:217:in `raise_error': unexpected token (JSON::ParserError)
            	3: from lib/w.rb:29:in `run'
            	 ... 10067 levels...
            	2: from lib/w.rb:36:in `block in run'
            	1: from lib/j.rb:8:in `perform'
            lib/j.rb:12:in `rescue in perform': bad row
            second line (ArgumentError)
            """;
        assertThat(VisitedFrames.of(ruby, text))
                .containsExactly("lib/j.rb|perform", "lib/j.rb|perform", "lib/w.rb|run", "lib/w.rb|run");
    }

    @Test
    void walk_newestLastWithoutHeader_beginsWithTheFirstLine() {
        String text = "\t2: from lib/a.rb:1:in `a'\n\t1: from lib/b.rb:2:in `b'";
        assertThat(VisitedFrames.of(ruby, text)).containsExactly("lib/b.rb|b", "lib/a.rb|a");
    }

    @Test
    void walk_newestLastWithAMessageBelow_passesItOver() {
        String text = "\t2: from lib/a.rb:1:in `a'\n\t1: from lib/b.rb:2:in `b'\nundefined method";
        assertThat(VisitedFrames.of(ruby, text)).containsExactly("lib/b.rb|b", "lib/a.rb|a");
    }

    @Test
    void walk_visitorHasSeenEnough_stops() {
        String newestFirst = "lib/a.rb:1:in `a'\nlib/b.rb:2:in `b'\nlib/c.rb:3:in `c'\n";
        String newestLast = "\t2: from lib/a.rb:1:in `a'\n\t1: from lib/b.rb:2:in `b'\nlib/c.rb:3:in `c'\n";
        assertThat(VisitedFrames.of(ruby, newestFirst, 1)).containsExactly("lib/a.rb|a");
        assertThat(VisitedFrames.of(ruby, newestLast, 1)).containsExactly("lib/c.rb|c");
        assertThat(VisitedFrames.of(ruby, newestLast, 2)).containsExactly("lib/c.rb|c", "lib/b.rb|b");
    }

    @Test
    void walk_methodWrittenInC_isNotInApp() {
        String text = """
            lib/price.rb:41:in `Integer': invalid value (ArgumentError)
            	from lib/price.rb:41:in `cents'
            	from lib/row.rb:6:in `parse'
            """;
        assertThat(VisitedFrames.of(ruby, text))
                .containsExactly("(lib/price.rb|Integer)", "lib/price.rb|cents", "lib/row.rb|parse");
    }

    @Test
    void walk_blockInTheLineOfItsMethod_isInApp() {
        String text = """
            lib/a.rb:5:in `block in add': x (RuntimeError)
            	from lib/a.rb:5:in `each'
            	from lib/a.rb:5:in `add'
            lib/a.rb:5:in `<main>'
            lib/a.rb:51:in `other'
            """;
        assertThat(VisitedFrames.of(ruby, text))
                .containsExactly(
                        "lib/a.rb|add", "(lib/a.rb|each)", "(lib/a.rb|add)", "lib/a.rb|<main>", "lib/a.rb|other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/local/bundle/gems/rack-2.2.4/lib/rack.rb",
                "/usr/lib/ruby/3.1.0/rack.rb",
                "/srv/app/vendor/bundle/lib/rack.rb",
                "rack (2.2.4) lib/rack.rb",
                "<internal:kernel>"
            })
    void walk_gemsAndTheInterpreter_areNotInApp(String file) {
        assertThat(VisitedFrames.of(ruby, file + ":7:in `call'"))
                .singleElement()
                .asString()
                .startsWith("(");
    }

    @Test
    void walk_windowsPath_isReadLikeAnyOther() {
        assertThat(VisitedFrames.of(ruby, "C:\\app\\gems\\rack\\lib\\rack.rb:7:in `call'"))
                .containsExactly("(lib/rack.rb|call)");
    }
}
