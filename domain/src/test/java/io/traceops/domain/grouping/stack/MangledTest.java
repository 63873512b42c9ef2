package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MangledTest {
    @ParameterizedTest
    @CsvSource({
        "_ZN4shop4Cart3addEi, shop::Cart::add",
        "_ZNK4shop4Cart3getEi, shop::Cart::get",
        "_ZNVK4shop4Cart3getEv, shop::Cart::get",
        "_ZNSt6locale7classicEv, std::locale::classic",
        "_ZNKSt9exception4whatEv, std::exception::what",
        "_Z9parse_rowPKc, parse_row",
        "_ZN4shop4main17h79af28f15899828cE, shop::main",
        "_ZN4shop17x79af28f15899828cE, shop::x79af28f15899828c",
        "_ZN4shop17h79af28f1589982zcE, shop::h79af28f1589982zc",
        "main, main",
    })
    void demangled_pathOfIdentifiers_isReadable(String symbol, String path) {
        assertThat(Mangled.demangled(symbol)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_Z",
                "_ZN",
                "_ZNK",
                "_ZNSt",
                "_ZN4shop",
                "_ZN4shopX",
                "_ZN0E",
                "_ZN9shopE",
                "_ZN4shop3mapIiEEiT_",
                "_ZN4shop4CartclEi",
                "_ZL6hiddenPi",
                "_Z9999999999x",
                "_Z1234567x"
            })
    void demangled_anythingElse_staysAsItIs(String symbol) {
        assertThat(Mangled.demangled(symbol)).isEqualTo(symbol);
    }
}
