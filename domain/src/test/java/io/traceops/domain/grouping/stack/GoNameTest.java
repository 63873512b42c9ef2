package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.main | main | main",
                "github.com/acme/shop/cart.Add | github.com/acme/shop/cart | Add",
                "github.com/acme/shop/cart.(*Store).Add | github.com/acme/shop/cart | Store.Add",
                "github.com/acme/shop/cart.Store.Add | github.com/acme/shop/cart | Store.Add",
                "cart.(*Store).Add-fm | cart | Store.Add",
                "cart.Each-range1 | cart | Each",
                "cart.Each.func2-range3 | cart | Each.func",
                "cart.Map[...] | cart | Map",
                "cart.Map[go.shape.int,github.com/acme/x.T].func1 | cart | Map.func",
                "cart.(*Set[...]).Has | cart | Set.Has",
                "main.run.func1 | main | run.func",
                "main.run.func1.2 | main | run.func",
                "main.run.func2.3.1 | main | run.func",
                "main.run.func1.func2 | main | run.func",
                "main.run.func1.helper.func2 | main | run.func.helper.func",
                "main.run.gowrap1 | main | run.func",
                "main.run.deferwrap2 | main | run.func",
                "main.run.function | main | run.function",
                "main.run.func | main | run.func",
                "main.func1 | main | func1",
                "main.glob..func1 | main | init.func",
                "main.globe..func1 | main | globe.func",
                "main.init.0 | main | init",
                "main.init.0.func1 | main | init.func",
                "gopkg.in/yaml%2ev3.(*Decoder).Decode | gopkg.in/yaml.v3 | Decoder.Decode",
                "github.com/lib/pq@v1.10.9/oid.Name | github.com/lib/pq/oid | Name",
                "github.com/lib@v1.F | github.com/lib | F",
                "github.com/lib@v1/pq@v2/oid.Name | github.com/lib/pq/oid | Name",
            })
    void name_ofASymbol_hasItsPackageAndItsFunction(String symbol, String place, String function) {
        assertThat(GoName.packageOf(symbol, 0, symbol.length())).isEqualTo(place);
        assertThat(GoName.functionOf(symbol, 0, symbol.length())).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"panic | panic", "Map[a.b] | Map", "x] | x]"})
    void name_withoutPackage_isTheFunctionAlone(String symbol, String function) {
        assertThat(GoName.packageOf(symbol, 0, symbol.length())).isEmpty();
        assertThat(GoName.functionOf(symbol, 0, symbol.length())).isEqualTo(function);
    }
}
