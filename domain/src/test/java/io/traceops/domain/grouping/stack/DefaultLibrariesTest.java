package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultLibrariesTest {
    private final DefaultLibraries libraries = new DefaultLibraries();

    @ParameterizedTest
    @CsvSource({
        "JVM, java.util.HashMap",
        "JVM, jdk.internal.misc.Unsafe",
        "JVM, jakarta.servlet.http.HttpServlet",
        "JVM, kotlin.collections.CollectionsKt",
        "JVM, scala.None$",
        "JVM, org.springframework.aop.X",
        "JVM, io.micronaut.http.X",
        "JVM, io.netty.channel.X",
        "JVM, reactor.core.X",
        "DOTNET, System.Number",
        "DOTNET, System",
        "DOTNET, Microsoft.AspNetCore.X",
        "GO, runtime",
        "GO, net/http",
        "RUST, std",
        "RUST, std::panicking",
        "RUST, core::option",
        "RUST, alloc::vec",
        "PHP, Symfony\\Component\\X",
        "RUBY, ActiveRecord::Base",
        "NATIVE, libsystem_c.dylib",
        "STRUCTURED, org.springframework.aop.X",
        "STRUCTURED, django.db.models",
    })
    void ownsModule_ofAKnownLibrary_isTrue(StackLanguage language, String module) {
        assertThat(libraries.ownsModule(language, module)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "JVM, com.acme.Orders",
        "JVM, javaland.Orders",
        "JVM, org.springframeworks.Orders",
        "JVM, std::panicking",
        "DOTNET, Systematic.Orders",
        "DOTNET, Acme.System.Orders",
        "GO, github.com/acme/shop",
        "RUST, stdx::io",
        "STRUCTURED, image.views",
        "UNKNOWN, java.util.HashMap",
        "JAVASCRIPT_V8, java.util.HashMap",
        "JVM, ''",
    })
    void ownsModule_ofAnother_isFalse(StackLanguage language, String module) {
        assertThat(libraries.ownsModule(language, module)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "JAVASCRIPT_V8, /app/node_modules/express/index.js",
        "JAVASCRIPT_V8, node_modules/express/index.js",
        "JAVASCRIPT_V8, node:internal/timers",
        "JAVASCRIPT_GECKO, https://x.org/vendor/jquery.js",
        "PYTHON, /usr/lib/python3.12/json/decoder.py",
        "PYTHON, /venv/site-packages/django/x.py",
        "PYTHON, /usr/lib/python3/dist-packages/x.py",
        "GO, /home/kim/go/pkg/mod/github.com/pkg/errors/errors.go",
        "GO, /build/vendor/github.com/pkg/errors/errors.go",
        "RUBY, /usr/lib/ruby/gems/3.3.0/gems/rack-3.0.0/lib/rack.rb",
        "PHP, /srv/app/vendor/symfony/http-kernel/Kernel.php",
        "RUST, /rustc/90b35a6239c3d8bdabc530a6a0816f7ff89a0aaf/library/std/src/panicking.rs",
        "NATIVE, /usr/lib/libc.so.6",
        "STRUCTURED, /app/node_modules/express/index.js",
    })
    void ownsFile_ofAKnownLibrary_isTrue(StackLanguage language, String path) {
        assertThat(libraries.ownsFile(language, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "JAVASCRIPT_V8, /app/src/cart.js",
        "JAVASCRIPT_V8, /app/my_node_modules/cart.js",
        "JAVASCRIPT_V8, /app/internal/cart.js",
        "JAVASCRIPT_V8, /app/node:x/cart.js",
        "PYTHON, /app/node_modules/x.py",
        "PYTHON, /app/mysite-packages/x.py",
        "UNKNOWN, /app/node_modules/x.js",
        "JVM, /app/node_modules/x.js",
        "RUBY, ''",
    })
    void ownsFile_ofAnother_isFalse(StackLanguage language, String path) {
        assertThat(libraries.ownsFile(language, path)).isFalse();
    }

    @Test
    void plus_modulePrefixes_areLibrariesInEveryLanguage() {
        DefaultLibraries more = libraries.plus(Set.of("com.acme.platform.", "libs/acme/"), Set.of());

        assertThat(more.ownsModule(StackLanguage.JVM, "com.acme.platform.Retry"))
                .isTrue();
        assertThat(more.ownsModule(StackLanguage.UNKNOWN, "com.acme.platform.Retry"))
                .isTrue();
        assertThat(more.ownsModule(StackLanguage.JVM, "com.acme.shop.Orders")).isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "x.com.acme.platform.Retry"))
                .isFalse();
        assertThat(more.ownsFile(StackLanguage.PYTHON, "/srv/libs/acme/retry.py"))
                .isTrue();
        assertThat(more.ownsFile(StackLanguage.PYTHON, "/srv/mylibs/acme/retry.py"))
                .isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "java.util.HashMap")).isTrue();
        assertThat(more.ownsFile(StackLanguage.PYTHON, "/venv/site-packages/x.py"))
                .isTrue();
    }

    @Test
    void plus_inAppPrefixes_winOverEveryList() {
        DefaultLibraries more = libraries.plus(
                Set.of("com.acme.", "org.springframework.samples."),
                Set.of("com.acme.shop.", "org.springframework.samples.", "vendor/acme/"));

        assertThat(more.ownsModule(StackLanguage.JVM, "com.acme.platform.Retry"))
                .isTrue();
        assertThat(more.ownsModule(StackLanguage.JVM, "com.acme.shop.Orders")).isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "org.springframework.samples.Owner"))
                .isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "org.springframework.aop.X"))
                .isTrue();
        assertThat(more.ownsFile(StackLanguage.PHP, "/srv/vendor/acme/Cart.php"))
                .isFalse();
        assertThat(more.ownsFile(StackLanguage.PHP, "/srv/vendor/symfony/X.php"))
                .isTrue();
    }

    @Test
    void plus_twice_addsToWhatWasAdded() {
        DefaultLibraries more = libraries.plus(Set.of("a."), Set.of("b.")).plus(Set.of("b.", "c."), Set.of("c."));

        assertThat(more.ownsModule(StackLanguage.JVM, "a.X")).isTrue();
        assertThat(more.ownsModule(StackLanguage.JVM, "b.X")).isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "c.X")).isFalse();
        assertThat(libraries.ownsModule(StackLanguage.JVM, "a.X")).isFalse();
    }

    @Test
    void plus_blankPrefixes_areIgnored() {
        DefaultLibraries more = libraries.plus(Set.of("", " "), Set.of("", "\t"));

        assertThat(more.ownsModule(StackLanguage.JVM, "com.acme.Orders")).isFalse();
        assertThat(more.ownsModule(StackLanguage.JVM, "java.util.HashMap")).isTrue();
    }
}
