package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.traceops.domain.grouping.decision.Decision;
import io.traceops.domain.grouping.decision.DecisionLog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredStackTest {
    private final StackReader reader = new StackReader(new DefaultLibraries());

    /** The two ways of sending one error lead to one name. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            quoteCharacter = '`',
            value = {
                "at com.acme.Orders.lambda$run$3(Orders.java:1) ; com.acme.Orders ; Orders.java ; lambda$run$3",
                "at com.acme.Orders$run$1.invokeSuspend(Orders.kt:1) ; com.acme.Orders$run$1 ; Orders.kt ;"
                        + " invokeSuspend",
                "at com.acme.Orders.$anonfun$run$1(Orders.scala:1) ; com.acme.Orders ; Orders.scala ; $anonfun$run$1",
                "at Object.run [as go] (/srv/app/lib/cart.js:1:2) ; `` ; /srv/app/lib/cart.js ; Object.run [as go]",
                "at run (C:\\app\\lib\\cart.ts:1:2) ; `` ; C:\\app\\lib\\cart.ts ; run",
                "File \"/srv/shop/cart.py\", line 1, in a.<locals>.b ; `` ; /srv/shop/cart.py ; a.<locals>.b",
                "at Acme.Orders.<Load>d__1.MoveNext() in /src/Orders.cs:line 1 ; Acme.Orders.<Load>d__1 ;"
                        + " /src/Orders.cs ; MoveNext",
            })
    void read_frameAsData_isNamedAsInText(String text, String module, String file, String function) {
        TopFrame printed = reader.read(text, DecisionLog.none()).orElseThrow();

        assertThat(read(frame(module, file, function)))
                .isEqualTo(new TopFrame(StackLanguage.STRUCTURED, printed.canonical(), true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ; ",
            quoteCharacter = '`',
            value = {
                // a module, a file, neither
                "com.acme.Orders ; `` ; load ; com.acme.Orders load",
                "com.acme.Orders ; `` ; `` ; com.acme.Orders",
                "`` ; Orders.java ; load ; Orders.java load",
                "`` ; /srv/app/x.kts ; load ; app/x.kts load",
                "`` ; /srv/app/x.groovy ; load ; app/x.groovy load",
                "`` ; /srv/app/x.clj ; load ; app/x.clj load",
                "`` ; /srv/app/x.unknown ; load ; app/x.unknown load",
                "`` ; /srv/app/x.unknown ; `` ; app/x.unknown",
                "`` ; `` ; load ; load",
                " cart  ;  lib/cart.js  ;  load  ; cart load",
                "com.acme.Orders$1 ; `` ; lambda$run$0 ; com.acme.Orders$anon run",
                "com.acme.Orders ; `` ; <init> ; com.acme.Orders <init>",
                "shop.main ; `` ; <module> ; shop.main <module>",
                "Acme.Orders ; `` ; <Load>b__0 ; Acme.Orders Load",
                "Acme.Orders.<Load>d__1 ; `` ; MoveNext ; Acme.Orders Load",
                // JavaScript
                "`` ; https://x.org/js/main.3f2a9c1b.mjs ; f$1 ; js/main.mjs f",
                "`` ; app/cart.cjs ; <anonymous> ; app/cart.cjs",
                "`` ; app/cart.jsx ; f ; app/cart.jsx f",
                "`` ; app/cart.mts ; Object.f ; app/cart.mts f",
                "`` ; app/cart.cts ; Object.f ; app/cart.cts f",
                "`` ; app/cart.tsx ; Object.f ; app/cart.tsx f",
                "`` ; app/cart.vue ; Object.f ; app/cart.vue f",
                "`` ; app/cart.svelte ; Object.f ; app/cart.svelte f",
                // Python
                "shop.cart ; shop/cart.py ; a.<locals>.b ; shop.cart a.b",
                "shop.cart ; shop/cart.pyx ; a.<locals>.b ; shop.cart a.b",
                "`` ; <stdin> ; <module> ; <stdin> <module>",
                // .NET
                "Acme.Orders ; /src/Orders.cs ; Load(Int32 id) ; Acme.Orders Load",
                "Acme.Orders ; /src/Orders.vb ; VB$StateMachine_3_Load ; Acme.Orders Load",
                "Acme.Orders ; /src/Orders.fs ; load@12 ; Acme.Orders load",
                "`` ; /src/app/Orders.cs ; Load ; app/Orders.cs Load",
                // the others
                "github.com/acme/shop ; store.go ; (*Store).Add.func1 ; github.com/acme/shop Store.Add.func",
                "`` ; /srv/app/store.go ; Add ; app/store.go Add",
                "`` ; /srv/app/cart.rb ; block (2 levels) in add ; app/cart.rb add",
                "Shop::Cart ; /srv/app/cart.erb ; add ; Shop::Cart add",
                "App\\Cart ; /srv/app/Cart.php ; add ; App\\Cart add",
                "`` ; /srv/app/cart.php ; add ; app/cart.php add",
                "shop::cart ; src/cart.rs ; add::{{closure}} ; shop::cart add",
                "`` ; src/cart.rs ; add ; src/cart.rs add",
                "`` ; src/cart.cc ; shop::Cart::add(int) ; shop::Cart add",
                "Shop ; src/Cart.swift ; Shop.Cart.add() ; Cart add",
                "Shop ; src/cart.c ; add ; Shop add",
                "`` ; src/cart.c ; add ; src/cart.c add",
                "`` ; src/cart.cpp ; a::b() ; a b",
                "`` ; src/cart.cxx ; a::b() ; a b",
                "`` ; src/cart.h ; a::b() ; a b",
                "`` ; src/cart.hpp ; a::b() ; a b",
                "`` ; src/cart.m ; -[Cart add:] ; Cart -add:",
                "`` ; src/cart.mm ; -[Cart add:] ; Cart -add:",
            })
    void read_frame_isNamedByTheRulesOfItsLanguage(String module, String file, String function, String canonical) {
        assertThat(read(frame(module, file, function)).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.HashMap, HashMap.java, get",
        "java.util.HashMap, '', get",
        "com.acme.Orders$$Lambda/0x1, '', accept",
        "'', /app/node_modules/x/a.js, get",
        "'', /app/node_modules/x/a, get",
        "'', /venv/site-packages/x/a.py, get",
        "django.db, /srv/django/db.py, get",
        "System.Number, '', Parse",
        "net/http, server.go, Serve",
        "std::panicking, lib.rs, begin",
    })
    void read_frameOfALibrary_isSkipped(String module, String file, String function) {
        StructuredFrame ours = frame("com.acme.Orders", "", "load");

        assertThat(read(frame(module, file, function), ours).canonical()).isEqualTo("com.acme.Orders load");
    }

    @Test
    void read_fileNamedLikeALibrary_isOurs() {
        StructuredFrame redis = frame("", "redis.py", "get");

        assertThat(read(redis, frame("", "/srv/app/main.py", "main")).canonical())
                .isEqualTo("redis.py get");
    }

    @Test
    void read_comprehension_isSkipped() {
        assertThat(read(frame("shop", "shop.py", "<listcomp>"), frame("shop", "shop.py", "load"))
                        .canonical())
                .isEqualTo("shop load");
        assertThat(read(frame("shop", "shop.py", "")).canonical()).isEqualTo("shop");
    }

    @Test
    void read_whatTheClientSays_countsMoreThanTheList() {
        StructuredFrame library = new StructuredFrame(
                Optional.of("get"), Optional.of("java.util.HashMap"), Optional.empty(), Optional.of(true));
        StructuredFrame ours = new StructuredFrame(
                Optional.of("load"), Optional.of("com.acme.Orders"), Optional.empty(), Optional.of(false));

        assertThat(read(ours, library).canonical()).isEqualTo("java.util.HashMap get");
        assertThat(read(ours).canonical()).isEqualTo("com.acme.Orders load");
    }

    @Test
    void read_framesBehindTheFirstInApp_areNotLookedAt() {
        assertThat(read(frame("a.B", "", "c"), frame("a.D", "", "e")).canonical())
                .isEqualTo("a.B c");
    }

    @Test
    void read_noFrameWithAName_isNone() {
        StructuredFrame empty =
                new StructuredFrame(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));

        assertThat(reader.read(List.of(), Optional.of("a.X"), DecisionLog.none()))
                .isEmpty();
        assertThat(reader.read(List.of(empty, empty), Optional.of("a.X"), DecisionLog.none()))
                .isEmpty();
    }

    @Test
    void read_exceptionType_joinsTheFrame() {
        List<StructuredFrame> frames = List.of(frame("com.acme.Orders", "Orders.java", "load"));

        assertThat(canonical(frames, Optional.of(" a.NoOrder$1 "))).isEqualTo("a.NoOrder$anon @ com.acme.Orders load");
        assertThat(canonical(frames, Optional.empty())).isEqualTo("com.acme.Orders load");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders.py", "orders.js", "orders.rb"})
    void read_exceptionTypeBesideFilesOfOthersThanTheJvm_isLeftOut(String file) {
        List<StructuredFrame> frames = List.of(frame("orders", file, "load"));

        assertThat(canonical(frames, Optional.of("TypeError"))).isEqualTo("orders load");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/0x1"})
    void read_exceptionTypeWithoutAName_isLeftOut(String type) {
        assertThat(canonical(List.of(frame("com.acme.Orders", "Orders.kt", "load")), Optional.of(type)))
                .isEqualTo("com.acme.Orders load");
    }

    @Test
    void read_recording_quotesWhatTheClientSent() {
        DecisionLog log = DecisionLog.recording();

        reader.read(
                List.of(frame("java.util.HashMap", "", "get"), frame("com.acme.Orders", "Orders.java", "lambda$a$0")),
                Optional.empty(),
                log);

        assertThat(log.decisions())
                .containsExactly(
                        new Decision("frame-not-in-app", "java.util.HashMap get", ""),
                        new Decision("top-frame", "com.acme.Orders Orders.java lambda$a$0", "com.acme.Orders a"));
    }

    @ParameterizedTest
    @EnumSource
    void name_inEveryLanguage_isGiven(StackLanguage language) {
        assertThat(StructuredName.of(language, "a", "b", "c")).isNotNull();
    }

    private static StructuredFrame frame(String module, String file, String function) {
        return new StructuredFrame(Optional.of(function), Optional.of(module), Optional.of(file), Optional.empty());
    }

    private TopFrame read(StructuredFrame... frames) {
        return reader.read(List.of(frames), Optional.empty(), DecisionLog.none())
                .orElseThrow();
    }

    private String canonical(List<StructuredFrame> frames, Optional<String> exceptionType) {
        return reader.read(frames, exceptionType, DecisionLog.none())
                .orElseThrow()
                .canonical();
    }
}
