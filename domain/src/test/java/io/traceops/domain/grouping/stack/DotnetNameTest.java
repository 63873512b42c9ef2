package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotnetNameTest {
    @ParameterizedTest
    @CsvSource({
        "Acme.Orders.Load, Acme.Orders, Load",
        "Orders.Load, Orders, Load",
        "Load, '', Load",
        "'', '', ''",
        "Acme.Orders..ctor, Acme.Orders, .ctor",
        "Acme.Orders..cctor, Acme.Orders, .cctor",
        "Acme.Orders+Line.Load, Acme.Orders.Line, Load",
        "Acme.Orders/Line.Load, Acme.Orders.Line, Load",
        "Acme.Orders., Acme.Orders, ''",
        // generics
        "Acme.Orders`2.Load[T], Acme.Orders, Load",
        "'Acme.Orders`2[System.String,T].Load[T,U]', Acme.Orders, Load",
        "'Acme.Orders`1[[System.String, mscorlib]].Load', Acme.Orders, Load",
        "Acme.Orders`1].Load, Acme.Orders, Load",
        "Acme.Orders[.Load, Acme, Orders",
        "Acme.Orders.IRepo<T>.Load, Acme.Orders.IRepo<T>, Load",
        "Acme.Orders.IRepo<A.B+C/D>.Load, Acme.Orders.IRepo<A.B.C.D>, Load",
        "Acme.a>b.Load, Acme.a>b, Load",
        // state machines, captured variables, lambdas
        "Acme.Orders.<Load>d__1.MoveNext, Acme.Orders, Load",
        "Acme.Orders+<Load>d__1`1.MoveNext, Acme.Orders, Load",
        "Acme.Orders+<Load>c__Iterator0.MoveNext, Acme.Orders, Load",
        "Acme.Orders.<Load>d__5.System.Collections.IEnumerator.MoveNext, Acme.Orders, Load",
        "Acme.Orders.<>c.<Load>b__2_0, Acme.Orders, Load",
        "Acme.Orders.<>c__DisplayClass3_0.<Load>b__1, Acme.Orders, Load",
        "Acme.Orders.<>c__DisplayClass3_0.<<Load>b__0>d.MoveNext, Acme.Orders, Load",
        "Acme.Orders.<.ctor>b__0_0, Acme.Orders, .ctor",
        "Acme.Orders.<>c__DisplayClass0_0..ctor, Acme.Orders, .ctor",
        "Acme.Orders.<Clone>$, Acme.Orders, Clone",
        // local functions
        "Acme.Orders.<Load>g__Parse|0_0, Acme.Orders, Load.Parse",
        "Acme.Orders.<Load>g__Parse|0_12, Acme.Orders, Load.Parse",
        "Acme.Orders.<<Load>g__Parse|0_0>d.MoveNext, Acme.Orders, Load.Parse",
        "Program.<<Main>$>g__Parse|0_0, Program, Main.Parse",
        "Acme.Orders.<Load>g__Parse, Acme.Orders, Load.Parse",
        // Mono
        "Acme.Orders.<Load>m__0, Acme.Orders, Load",
        "Acme.Orders+<Load>c__AnonStorey4.<>m__0, Acme.Orders, Load",
        // names that do not tell the method around them
        "Acme.Orders.<>c.<>b__7, Acme.Orders, <>",
        "Acme.Orders.<>c.Run, Acme.Orders, Run",
        "Acme.Orders._Closure$__1-0._Lambda$__3, Acme.Orders, _Lambda$__",
        "Acme.Orders._Lambda$__R0-1, Acme.Orders, _Lambda$__",
        "lambda_method123, '', lambda_method",
        // Visual Basic and F#
        "Acme.Orders.VB$StateMachine_3_Load.MoveNext, Acme.Orders, Load",
        "Acme.Orders.VB$StateMachine_.MoveNext, Acme.Orders, MoveNext",
        "Acme.Orders.load@12.Invoke, Acme.Orders, load",
        "Acme.Orders.load@12-3.Invoke, Acme.Orders, load",
        "Acme.Orders.@12.Invoke, Acme.Orders.@12, Invoke",
        "<StartupCode$Shop>.$Program.main@, <StartupCode$Shop>.$Program, main@",
        "<Module>.main, <Module>, main",
        "Acme.Orders.<Load, Acme.Orders, Load",
        "Acme.Orders.<, Acme.Orders, <",
    })
    void name_asPrinted_isTheMethodThatAPersonWrote(String printed, String type, String method) {
        assertThat(DotnetName.of(printed)).isEqualTo(new DotnetName(type, method));
    }
}
