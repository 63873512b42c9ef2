package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop::main | shop | main",
                "shop::cart::Store<T>::add | shop::cart::Store | add",
                "shop::cart::Store<alloc::vec::Vec<u8>>::add::<i32> | shop::cart::Store | add",
                "<shop::cart::Store<T>>::add | shop::cart::Store | add",
                "<shop::cart::Store<T> as shop::cart::Repo<K>>::find | <shop::cart::Store as shop::cart::Repo> | find",
                "<&mut shop::W as core::fmt::Display>::fmt | <shop::W as core::fmt::Display> | fmt",
                "<&shop::W as core::fmt::Display>::fmt | <shop::W as core::fmt::Display> | fmt",
                "shop::main::{{closure}} | shop | main",
                "shop::main::{{closure}}::{{closure}} | shop | main",
                "shop::main::{closure#2}::{closure#0} | shop | main",
                "shop::cart::{impl#3}::add | shop::cart | add",
                "shop[6889abcd994f9687]::cart::generic::<i32> | shop::cart | generic",
                "shop::cart::add::h79af28f15899828c | shop::cart | add",
                "shop::cart::add::h79af28f15899828g | shop::cart::add | h79af28f15899828g",
                "shop::cart::add::x79af28f15899828c | shop::cart::add | x79af28f15899828c",
                "::h79af28f15899828c | '' | ''",
                "core::ops::function::FnOnce::call_once{{vtable.shim}} | core::ops::function::FnOnce | call_once",
                "core::slice::index::<impl Index<I> for [T]>::index | core::slice::index::<impl Index for [T]> | index",
                "<fn(u8) -> u8 as shop::Call>::call | <fn(u8) -> u8 as shop::Call> | call",
                "shop::apply<fn(u8) -> u8>::run | shop::apply | run",
                "main | '' | main",
                "<unknown> | '' | ''",
                "<x | '' | <x",
                "<a>b | '' | ab",
                "{x} | '' | ''",
                "a:b | '' | a:b",
                "'' | '' | ''",
            })
    void name_ofASymbol_isTheSameInEveryBuild(String printed, String place, String function) {
        assertThat(RustName.of(printed)).isEqualTo(new RustName(place, function));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop::cart::add | shop::cart",
                "main | main",
                "<shop::W as core::fmt::Display>::fmt | shop::W as core::fmt::Display>",
                "<dyn shop::Call as core::ops::Fn>::call | shop::Call as core::ops::Fn>",
                "<<std::io::Lock>::Guard as shop::Repo>::find | std::io::Lock>::Guard as shop::Repo>",
                "<usize as core::slice::SliceIndex<[T]>>::index | core::slice::SliceIndex>",
                "<F as axum::Handler>::call | axum::Handler>",
                "<F>::call | F",
            })
    void owner_ofASymbol_isTheCrateThatLibrariesAreKnownBy(String printed, String owner) {
        assertThat(RustName.of(printed).owner()).isEqualTo(owner);
    }

    @Test
    void owner_typeWithoutTrait_isTheType() {
        assertThat(new RustName("<shop::W>", "f").owner()).isEqualTo("shop::W>");
    }
}
