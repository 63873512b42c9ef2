package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptNamesTest {
    @ParameterizedTest
    @CsvSource({
        "load, load",
        "Cart.load, Cart.load",
        "Cart.load [as open], Cart.load",
        "Object.load, load",
        "Object.load [as open], load",
        "Module.load, load",
        "Function.load, load",
        "exports.load, load",
        "module.exports.load, load",
        "Objects.load, Objects.load",
        "Socket.<anonymous>, Socket.<anonymous>",
        "load$1, load",
        "load$12, load",
        "load$, load$",
        "$1, $1",
        "load1, load1",
        "_callee, _callee",
        "_callee$, _callee",
        "_callee12$, _callee",
        "Object._callee3$, _callee",
        "wasm-function[12], wasm-function",
        "get total, get total",
        "#secret, #secret",
    })
    void function_asPrinted_losesWhatDependsOnTheCallAndTheBuild(String printed, String function) {
        assertThat(JavaScriptNames.function(printed)).isEqualTo(function);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<anonymous>",
                "Object.<anonymous>",
                "anonymous",
                "eval",
                "global code",
                "module code",
                "eval code"
            })
    void function_withoutAName_isEmpty(String printed) {
        assertThat(JavaScriptNames.function(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Error", "HttpError", "HttpException", "api.HttpError"})
    void isErrorClass_nameOfAClass_isTrue(String function) {
        assertThat(JavaScriptNames.isErrorClass(function)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "onError", "api.onException", "HttpErrors", "Api."})
    void isErrorClass_anotherName_isFalse(String function) {
        assertThat(JavaScriptNames.isErrorClass(function)).isFalse();
    }
}
