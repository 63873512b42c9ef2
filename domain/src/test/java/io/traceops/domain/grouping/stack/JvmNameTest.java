package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JvmNameTest {
    @ParameterizedTest
    @CsvSource({
        "a.Orders, a.Orders",
        "a.Orders$Line, a.Orders$Line",
        "a.Orders$, a.Orders$",
        // what the compilers number
        "a.Orders$1, a.Orders$anon",
        "a.Orders$12, a.Orders$anon",
        "a.Orders$1$2, a.Orders$anon$anon",
        "a.Orders$1Line, a.Orders$Line",
        "a.Orders$1Line$2, a.Orders$Line$anon",
        "a.Orders$$anon$3, a.Orders$anon",
        "a.Orders$$anon$x, a.Orders$$anon$x",
        "a.Orders$$anon$, a.Orders$$anon$",
        "a.Orders2, a.Orders2",
        "a.Orders2$Line3, a.Orders2$Line3",
        // what libraries add to the class that they stand for
        "a.Orders$$EnhancerBySpringCGLIB$$1f9b0c2a, a.Orders",
        "a.Orders$$EnhancerByCGLIB$$1f9b0c2a, a.Orders",
        "a.Orders$$EnhancerByGuice$$12345, a.Orders",
        "a.Orders$$EnhancerByMockitoWithCGLIB$$ab12, a.Orders",
        "a.Orders$$SpringCGLIB$$0, a.Orders",
        "a.Orders$ByteBuddy$aBc1, a.Orders",
        "a.Orders$MockitoMock$1234567, a.Orders",
        "a.Orders$MockitoMock$1234567$auxiliary$x9, a.Orders",
        "a.Orders$HibernateProxy$hA4rTqY1, a.Orders",
        "a.Orders$HibernateBasicProxy$x, a.Orders",
        "a.Orders$HibernateInstantiator$x, a.Orders",
        "a.Orders$HibernateAccessOptimizer$x, a.Orders",
        "a.Orders_$$_jvst5f2_3, a.Orders",
        "a.Orders_$$_javassist_12, a.Orders",
        // numbers of scripts and of reflection
        "Script12, Script",
        "a.Script3, a.Script",
        "a.MyScript3, a.MyScript3",
        "jdk.internal.reflect.GeneratedMethodAccessor88, jdk.internal.reflect.GeneratedMethodAccessor",
        "a.Step3, a.Step3",
    })
    void type_ofAFrame_losesWhatWasGenerated(String printed, String type) {
        assertThat(JvmName.of(printed, "run")).isEqualTo(new JvmName(type, "run", false));
    }

    @ParameterizedTest
    @CsvSource({
        "a.Orders$$Lambda/0x000000002816c448, a.Orders",
        "a.Orders$$Lambda$14/0x0000000800066840, a.Orders",
        "a.Orders$$Lambda$14/1234567, a.Orders",
        "a.Orders$$Lambda$14, a.Orders",
        "a.Orders$$ExternalSyntheticLambda0, a.Orders",
        "a.Orders$$FastClassBySpringCGLIB$$1f9b0c2a, a.Orders",
        "a.Orders$$SpringCGLIB$$FastClass$$1, a.Orders",
        "$Proxy12, $Proxy",
        "jdk.proxy2.$Proxy83, jdk.proxy2.$Proxy",
        "a.$Proxy, a.$Proxy",
    })
    void type_ofABridge_isMarkedAsGenerated(String printed, String type) {
        assertThat(JvmName.of(printed, "run")).isEqualTo(new JvmName(type, "run", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.$ProxyFactory", "a.$Proxy1x", "a.My$Proxy12"})
    void type_thatOnlyLooksLikeAProxy_isOurs(String printed) {
        assertThat(JvmName.of(printed, "run").generated()).isFalse();
    }

    @Test
    void type_ofAHiddenClass_losesItsAddress() {
        assertThat(JvmName.of("java.lang.invoke.LambdaForm$MH/0x0000000800c01000", "invoke"))
                .isEqualTo(new JvmName("java.lang.invoke.LambdaForm$MH", "invoke", false));
    }

    @ParameterizedTest
    @CsvSource({
        "run, run",
        "<init>, <init>",
        "lambda$run$3, run",
        "lambda$run$12, run",
        "lambda$lambda$run$1$2, run",
        "lambda$new$0, <init>",
        "lambda$static$0, <clinit>",
        "lambda$null$4, lambda",
        "lambda$0, lambda",
        "lambda$comparing$77a9974f$1, comparing",
        "lambda$comparing$face$1, comparing$face",
        "lambda$comparing$orders9$1, comparing$orders9",
        "access$000, access$",
        "access$1100, access$",
        "access$open, open",
        "access$open$3, open",
        // Kotlin
        "run$lambda$0, run",
        "run$lambda-0, run",
        "run$lambda$3$lambda$2, run",
        "total_delegate$lambda$0, total",
        "run$default, run",
        "local$helper, local$helper",
        // Scala
        "$anonfun$run$1, run",
        "$anonfun$run$1$adapted, run",
        "$anonfun$$plus$plus$1, $plus$plus",
        "$anonfun$new$1, <init>",
        "$anonfun$1, $anonfun",
        "run$$anonfun$1, run",
        "run$$anonfun$adapted$1, run",
        "helper$1, helper",
        "helper$1$2, helper",
        "run$default$2, run",
        "apply$mcDI$sp, apply",
        "wisp$mc, wisp$mc",
        "rates$lzycompute, rates",
        "rates$lzyINIT1, rates",
        "liftedTree12$1, liftedTree",
        // no names of compilers
        "$1, $1",
        "a1, a1",
        "$lambda$0, $lambda",
        "$$, $$",
    })
    void method_ofAFrame_losesWhatWasGenerated(String printed, String method) {
        assertThat(JvmName.of("a.Orders", printed)).isEqualTo(new JvmName("a.Orders", method, false));
    }

    @ParameterizedTest
    @CsvSource({
        // Scala 2.11
        "a.Orders$$anonfun$run$1, apply, a.Orders, run",
        "a.Orders$$anonfun$run, apply, a.Orders, run",
        "a.Orders$$anonfun$run$1$$anonfun$apply$2, apply, a.Orders, run",
        "a.Orders$$anonfun$1, apply, a.Orders, apply",
        "a.Orders$$anonfun$1, apply$mcV$sp, a.Orders, apply",
        // Groovy
        "a.Orders$_run_closure1, doCall, a.Orders, run",
        "a.Orders$_run_closure1$_closure2, doCall, a.Orders, run",
        "a.Orders$_closure1, doCall, a.Orders, doCall",
        "Script1$_run_closure1, doCall, Script, run",
        "a.Orders$_x, run, a.Orders$_x, run",
        // Kotlin
        "a.Orders$run$1, invoke, a.Orders, run",
        "a.Orders$run$1, invokeSuspend, a.Orders, run",
        "a.Orders$run$2$1$1, invokeSuspend, a.Orders, run",
        "a.Orders$run$1$result$1, invokeSuspend, a.Orders, run",
        "a.Orders$Line$run$1, invoke, a.Orders$Line, run",
        "a.Orders$run$1, call, a.Orders$run$anon, call",
        "a.Orders$run, invoke, a.Orders$run, invoke",
        "a.Orders$1, invoke, a.Orders$anon, invoke",
        "a.Orders$Line1, invoke, a.Orders$Line1, invoke",
        "a.Orders$, invoke, a.Orders$, invoke",
    })
    void closure_withAClassOfItsOwn_isTheFunctionAroundIt(String printed, String called, String type, String method) {
        assertThat(JvmName.of(printed, called)).isEqualTo(new JvmName(type, method, false));
    }

    @Test
    void name_empty_staysEmpty() {
        assertThat(JvmName.of("", "")).isEqualTo(new JvmName("", "", false));
    }
}
