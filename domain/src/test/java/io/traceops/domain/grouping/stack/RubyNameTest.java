package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubyNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "total | total",
                "Cart#total | total",
                "Shop::Cart#total | total",
                "Shop::Cart.load | load",
                "block in total | total",
                "block in Shop::Cart#total | total",
                "block (2 levels) in total | total",
                "block (12 levels) in Shop::Cart.load | load",
                "block (2 levels) total | block (2 levels) total",
                "block (x levels) in total | block (x levels) in total",
                "rescue in total | total",
                "ensure in total | total",
                "rescue in block in total | total",
                "ensure in rescue in Cart#total | total",
                "<main> | <main>",
                "block in <main> | <main>",
                "<class:Shop.Cart> | <class:Shop.Cart>",
                "<top (required)> | <top (required)>",
                "#<Class:0x00007f1c2c0b3a40>.load | load",
                "#<Object:0x00007f1c2c0b3a40>#load | load",
                "block in #<Class:0x00007f1c2c0b3a40>.load | load",
                "Money#<=> | <=>",
                "Money#[]= | []=",
                "Integer#/ | /",
                "valid? | valid?",
                "_app_views_show_html_erb__409871623409871_70360 | _app_views_show_html_erb",
                "_app_views_show_html_erb___409871623409871_70360 | _app_views_show_html_erb",
                "total__1_2 | total",
                "_1_2 | _1_2",
                "v_1_2 | v_1_2",
                "v__2 | v__2",
                "v__x_2 | v__x_2",
                "v__1__2 | v__1__2",
                "v__1x2 | v__1x2",
                "v2 | v2",
                "12 | 12",
                "1_2 | 1_2",
            })
    void function_ofALabel_isTheMethodAlone(String label, String function) {
        assertThat(RubyName.function(label)).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/srv/app/releases/20260103101500/app/models/cart.rb | models/cart.rb",
                "(eval) | (eval)",
                "(eval at /srv/app/lib/rules/engine.rb:42) | (eval)",
                "activerecord (7.1.2) lib/active_record/core.rb | activerecord lib/active_record/core.rb",
                "-e | -e",
                "<internal:kernel> | <internal:kernel>",
            })
    void place_ofAPath_isTheSameInEveryRelease(String path, String place) {
        assertThat(RubyName.place(path)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rack (2.2.4) lib/rack.rb | true",
                "/srv/my (old) app/a.rb | false",
                "/srv/my (2 app/a.rb | false",
                "/srv/my ( | false",
                "lib/rack.rb | false",
            })
    void isInGem_ofAPath_needsNameAndVersion(String path, boolean inGem) {
        assertThat(RubyName.isInGem(path)).isEqualTo(inGem);
    }
}
