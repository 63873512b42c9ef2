package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotnetDialectTest {
    private final DotnetDialect dotnet = new DotnetDialect();

    @Test
    void language_isDotnet() {
        assertThat(dotnet.language()).isEqualTo(StackLanguage.DOTNET);
    }

    @Test
    void exceptionType_anyStack_isNone() {
        assertThat(dotnet.exceptionType("System.Exception: x\n   at A.B.C()")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   at Acme.Orders.Load()",
                "x\n   at Acme.Orders.Load(Int32 id, String name)",
                "   at Acme.Orders.Load(Int32 id) in /src/Orders.cs:line 12",
                "  at Acme.Orders.Load (System.Int32 id) [0x00012] in <5d3e>:0",
                "  at Acme.Orders.Load () [0x00000] in /src/Orders.cs:12",
                "  at (wrapper managed-to-native) Acme.Orders.Load (int)"
            })
    void recognises_frameOfDotnet_isTrue(String text) {
        assertThat(dotnet.recognises(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at ",
                "at ()",
                "at Acme.Orders.Load",
                "at Load()",
                "at .Load()",
                "at Acme.Orders.Load(",
                "at Acme.Orders.Load() x",
                "at the end (of a. long) story",
                "at (wrapper x Acme.Orders.Load()",
                "Acme.Orders.Load()"
            })
    void recognises_anotherShape_isFalse(String text) {
        assertThat(dotnet.recognises(text)).isFalse();
    }

    @Test
    void walk_frames_areNamedAndJudged() {
        assertThat(VisitedFrames.of(dotnet, """
            Acme.Failed: outer ---> System.Exception: inner
               at System.Number.Parse(String s)
               at Acme.Orders.<Load>d__1.MoveNext() in /src/Orders.cs:line 12
               --- End of inner exception stack trace ---
            --- End of stack trace from previous location ---
               at Microsoft.AspNetCore.X.Run()
               at lambda_method12(Closure , Object )
              at (wrapper managed-to-native) Acme.Native.Call (int)
              at Acme.Game.Jump () [0x00000] in <5d3e>:0
               at Acme.Web.Start[T](T x)
               at nowhere
            """))
                .containsExactly(
                        "(System.Number|Parse)",
                        "Acme.Orders|Load",
                        "(Microsoft.AspNetCore.X|Run)",
                        "(|lambda_method)",
                        "Acme.Native|Call",
                        "Acme.Game|Jump",
                        "Acme.Web|Start");
    }

    @Test
    void walk_visitorThatHasSeenEnough_isAskedNoMore() {
        assertThat(VisitedFrames.of(dotnet, "at A.B()\nx\nat A.C()\nat A.D()", 2))
                .containsExactly("A|B", "A|C");
    }

    @Test
    void walk_raw_isTheLineAsPrinted() {
        assertThat(VisitedFrames.raw(dotnet, "   at A.B(C d) in e.cs:line 1 \r\n"))
                .containsExactly("at A.B(C d) in e.cs:line 1");
    }
}
