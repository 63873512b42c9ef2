package io.traceops.domain.grouping.text;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the JVM and its libraries number, in class names and behind them. */
class GeneratedNameReaderTest {
    @TestFactory
    Stream<DynamicTest> name_generatedPart_isDropped() {
        return Examples.always("""
            com.acme.Svc$$EnhancerBySpringCGLIB$$1a2b3c4d failed => com.acme.Svc failed
            Svc$$SpringCGLIB$$0.run => Svc.run
            Svc$HibernateProxy$aB12 => Svc
            Svc$MockitoMock$123 => Svc
            Svc$ByteBuddy$x1 => Svc
            Svc_$$_jvst4a_0 => Svc
            class com.sun.proxy.$Proxy123 cannot => class com.sun.proxy.$Proxy cannot
            class jdk.proxy2.$Proxy45 cannot => class jdk.proxy.$Proxy cannot
            GeneratedMethodAccessor12 => GeneratedMethodAccessor
            GeneratedConstructorAccessor3.x => GeneratedConstructorAccessor.x\
            """);
    }

    @TestFactory
    Stream<DynamicTest> name_lambda_losesItsNumber() {
        return Examples.always("""
            Svc$$Lambda$14/0x0000000800c8f000 => Svc$$Lambda
            Svc$$Lambda$14/12345 => Svc$$Lambda
            Svc$$Lambda/0x00000008 => Svc$$Lambda
            Svc$$Lambda$14@1b2c3d4e => Svc$$Lambda@<hex>
            Svc.lambda$run$3(x) => Svc.lambda$run(x)
            Svc.lambda$run_all$3 => Svc.lambda$run_all\
            """);
    }

    @TestFactory
    Stream<DynamicTest> name_anonymousClass_losesItsNumber() {
        return Examples.always("""
            Outer$1 failed => Outer$anon failed
            Outer$1$2.run => Outer$anon$anon.run\
            """);
    }

    @TestFactory
    Stream<DynamicTest> name_ordinary_stays() {
        return Examples.neverReplaced("""
            Outer$Inner and a$b and $x and $$ and $$x
            lambda$run and $Proxy and $$Lambda and $$Lambda/x
            proxy2 and proxy2.Foo and GeneratedMethodAccessorX and GeneratedFoo1
            lambda$run$3x and Outer$1x and _x_$_\
            """);
    }

    @TestFactory
    Stream<DynamicTest> dollar_money_isANumber() {
        return Examples.byEvidence("""
            $100 is US$100 => $100 is US$100 => $<int> is US$<int>
            $12345 => $<int> => $<int>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> identityHash_behindClass_isReplaced() {
        return Examples.always("""
            com.acme.Order@1b2c3d => com.acme.Order@<hex>
            [B@6d06d69c and [Ljava.lang.String;@12345 => [B@<hex> and [Ljava.lang.String;@<hex>
            int[]@1b2c3d. => int[]@<hex>.
            Foo_@1b2c3 Foo$@1b2c3 => Foo_@<hex> Foo$@<hex>
            X@0123456789abcdef => X@<hex>\
            """);
    }

    @TestFactory
    Stream<DynamicTest> identityHash_versionOrName_stays() {
        return Examples.of("""
            react@18 => react@18
            x@1b2c => x@1b2c
            lodash@4.17.21 => lodash@4.17.21
            x@12345.6.7 => x@<int>.6.7
            x@1b2c3z => x@1b2c3z
            x@0123456789abcdef0 => x@<hex>
            @1b2c3 => @1b2c3
            -@1b2c3 => -@1b2c3\
            """, Examples::unpinned);
    }
}
