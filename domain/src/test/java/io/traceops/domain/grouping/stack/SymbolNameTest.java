package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "main | `` | main",
                "shop::Cart::add(int, char const*) | shop::Cart | add",
                "shop::Cart::get(int) const | shop::Cart | get",
                "shop::Cart::add (this=0x0, i=3) | shop::Cart | add",
                "int shop::map<int>(std::vector<int, std::allocator<int> >) | shop | map",
                "unsigned long shop::size() | shop | size",
                "non-virtual thunk to shop::Cart::add(int) | shop::Cart | add",
                "shop::Store<std::map<int, x> >::get | shop::Store | get",
                "shop::apply<int (*)(int)>::run | shop::apply | run",
                "shop::name[abi:cxx11](int) | shop | name",
                "shop::parse(char const*) [clone .cold] | shop | parse",
                "shop::(anonymous namespace)::hidden(int*) | shop::(anonymous) | hidden",
                "(anonymous namespace)::hidden | (anonymous) | hidden",
                "shop::Queue::drain()::{lambda(int)#1}::operator()(int) const | shop::Queue | drain",
                "shop::Queue::drain()::{lambda(int)#1}::_FUN(int) | shop::Queue::drain | _FUN",
                "shop::Queue::drain()::$_3::operator()(int) const | shop::Queue | drain",
                "shop::Queue::drain()::'lambda'(int)::operator()(int) const | shop::Queue | drain",
                "main(int, char**)::<lambda(int)> | `` | main",
                "{lambda(int)#1}::operator()(int) const | {none} | operator()",
                "shop::Money::operator<(shop::Money const&) const | shop::Money | operator<",
                "shop::Money::operator<< <int>(int) | shop::Money | operator<<",
                "shop::Money::operator()(int) | shop::Money | operator()",
                "shop::Money::operator[](int) | shop::Money | operator[]",
                "shop::Money::operator->() | shop::Money | operator->",
                "shop::Money::operator bool() const | shop::Money | operator bool",
                "operator new(unsigned long) | `` | operator new",
                "bool shop::operator==(shop::A, shop::B) | shop | operator==",
                "shop::operators::add(int) | shop::operators | add",
                "shop::my_operator(int) | shop | my_operator",
                "shop::operator | shop | operator",
                "order | `` | order",
                "obstacle(int) | `` | obstacle",
                "run{lambda()#1}::operator()() | run | operator()",
                "Cart.total() | Cart | total",
                "Shop.Cart.total() -> Swift.Int | Cart | total",
                "Shop.Cart.owner.getter : Swift.String | Cart.owner | getter",
                "Store<A>.load<A1>(_:) | Store | load",
                "Money.== infix(_:_:) | Money | ==",
                "Money.- prefix(_:) | Money | -",
                "Money.% postfix(_:) | Money | %",
                "@objc Cart.owner.getter | Cart.owner | getter",
                "specialized PriceTable.lookup(_:) | PriceTable | lookup",
                "closure #2 in closure #1 in StockClient.fetch(_:) | StockClient | fetch",
                "partial apply for closure #1 in StockClient.fetch(_:) | StockClient | fetch",
                "(2) suspend resume partial function for StockClient.fetch(_:) | StockClient | fetch",
                "protocol witness for Repo.find(_:) in conformance Memory | Repo | find",
                "generic specialization <Swift.Int> of Shop.Store.load() -> () | Store | load",
                "static Main.main() | Main | main",
                ".hidden | `` | .hidden",
                "$s4Shop4CartC5totalSiyF | `` | $s4Shop4CartC5totalSiyF",
                "it's | `` | it's",
                "x'lambda | `` | x",
                "-[ProfileCell fill:] | ProfileCell | -fill:",
                "+[NSObject(NSObject) make:from:] | NSObject | +make:from:",
                "__40-[NetClient task:]_block_invoke | NetClient | -task:",
                "__31+[NetClient shared]_block_invoke_2 | NetClient | +shared",
                "-[Broken | `` | Broken",
                "-[Broken fill: | Broken | -fill:",
                "thunk for @escaping @callee_guaranteed () -> () | `` | ``",
                "reabstraction thunk helper from @escaping | `` | ``",
                "read_frame.isra.0 | `` | read_frame",
                "read_frame.part.3.constprop.1 | `` | read_frame",
                "read_frame.constprop.1.part.3 | `` | read_frame",
                "read_frame.cold | `` | read_frame",
                "read_frame.part.1.cold | `` | read_frame",
                "read_frame.cold.1 | `` | read_frame",
                "read_frame.lto_priv.0 | `` | read_frame",
                "read_frame.llvm.123 | `` | read_frame",
                ".isra.0 | .isra | 0",
                "_ZN4shop4Cart3addEi.cold | shop::Cart | add",
            })
    void name_ofASymbol_isTheSameInEveryBuild(String printed, String place, String function) {
        assertThat(SymbolName.of(printed, "Shop")).isEqualTo(new SymbolName(place.replace("{none}", ""), function));
    }

    @ParameterizedTest
    @CsvSource({"__libc_start_main, true", "_start, false", "main, false", "shop::__hidden, false"})
    void isReserved_ofASymbol_meansTheNamesOfC(String printed, boolean reserved) {
        assertThat(SymbolName.of(printed, "Shop").isReserved()).isEqualTo(reserved);
    }

    @ParameterizedTest
    @CsvSource({"shop::Cart::add, shop::Cart", "abort, abort"})
    void owner_ofASymbol_isItsTypeElseItsName(String printed, String owner) {
        assertThat(SymbolName.of(printed, "Shop").owner()).isEqualTo(owner);
    }
}
