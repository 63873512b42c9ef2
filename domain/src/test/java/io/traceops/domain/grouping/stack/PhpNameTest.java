package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhpNameTest {
    private static final String FILE = "/srv/app/src/Cart.php";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Shop\\Cart->add('x', Array) | Shop\\Cart | add",
                "Shop\\Cart::load() | Shop\\Cart | load",
                "Shop\\\\Cart->add() | Shop\\Cart | add",
                "Cart->add() | Cart | add",
                "Shop\\helper() | Shop | helper",
                "Shop\\\\helper() | Shop | helper",
                "helper('a->b(c)') | src/Cart.php | helper",
                "helper | src/Cart.php | helper",
                "helper- | src/Cart.php | helper-",
                "{main} | src/Cart.php | {main}",
                "{closure}() | src/Cart.php | {closure}",
                "Shop\\{closure}(1) | src/Cart.php | {closure}",
                "Shop\\Cart->Shop\\{closure}(1) | Shop\\Cart | {closure}",
                "{closure:/srv/app/src/Cart.php:12}() | src/Cart.php | {closure}",
                "{closure:Shop\\helper():12}(1) | src/Cart.php | helper{closure}",
                "Shop\\Cart->{closure:Shop\\Cart::add():30}(1) | Shop\\Cart | add{closure}",
                "Shop\\Cart->{closure:{closure:Shop\\Cart::add():30}:31}(1) | Shop\\Cart | add{closure}",
                "class@anonymous->run() | src/Cart.php | run",
                "class@anonymous/srv/a (1).php:3$0->run() | src/Cart.php | run",
                "Shop\\Driver@anonymous::run('x') | src/Cart.php | run",
                "class@anonymous | src/Cart.php | class@anonymous",
                "Cart->find('x@anonymous->y()') | Cart | find",
                "Proxies\\__CG__\\App\\Order->getName() | App\\Order | getName",
                "a-b() | src/Cart.php | a-b",
                "Cart:add() | src/Cart.php | Cart:add",
            })
    void name_ofAFunction_isTheSameInEveryRelease(String printed, String place, String function) {
        assertThat(PhpName.of(printed, FILE)).isEqualTo(new PhpName(place, function));
    }

    @Test
    void name_anonymousClassWithItsNul_isLeftOut() {
        assertThat(PhpName.of("class@anonymous\0/srv/app/src/Cart.php:3$0->run()", FILE))
                .isEqualTo(new PhpName("src/Cart.php", "run"));
    }

    @Test
    void name_anonymousClassWithoutFile_isItsParent() {
        assertThat(PhpName.of("Shop\\Driver@anonymous/srv/a.php:3$0->run()", ""))
                .isEqualTo(new PhpName("Shop\\Driver@anonymous", "run"));
    }

    @Test
    void name_functionWithoutFile_hasNoPlace() {
        assertThat(PhpName.of("helper()", "")).isEqualTo(new PhpName("", "helper"));
    }
}
