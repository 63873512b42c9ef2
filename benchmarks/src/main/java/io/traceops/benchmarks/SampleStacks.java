package io.traceops.benchmarks;

import java.util.Collections;
import java.util.List;

/** Stacks as the runtimes print them, with a choice of how deep they are. */
public final class SampleStacks {
    private SampleStacks() {}

    /** The languages that {@link #of} knows. */
    public static final List<String> LANGUAGES = List.of("java", "node", "python", "go", "dotnet", "ruby");

    /** A stack whose fault lies below a few frames of a framework. */
    public static String of(String language, int frames) {
        return switch (language) {
            case "java" ->
                "java.lang.IllegalStateException: cart 81723 is closed\n"
                        + line("\tat java.base/java.util.HashMap.computeIfAbsent(HashMap.java:1220)\n", 3)
                        + "\tat com.acme.cart.CartService.lambda$close$3(CartService.java:88)\n"
                        + line("\tat com.acme.cart.CartController.close(CartController.java:41)\n", frames - 4);
            case "node" ->
                "TypeError: Cannot read properties of undefined (reading 'total')\n"
                        + line("    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)\n", 3)
                        + "    at async CartService.close (/app/dist/cart/service.js:88:17)\n"
                        + line("    at CartController.close (/app/dist/cart/controller.js:41:9)\n", frames - 4);
            case "python" ->
                "Traceback (most recent call last):\n"
                        + line(
                                "  File \"/app/cart/views.py\", line 41, in close\n    service.close(cart)\n",
                                frames - 1)
                        + "  File \"/app/cart/service.py\", line 88, in close\n    raise CartClosed(cart.id)\n"
                        + "cart.errors.CartClosed: cart 81723 is closed\n";
            case "go" ->
                "panic: cart 81723 is closed\n\ngoroutine 34 [running]:\n"
                        + "main.(*CartService).Close(0xc000112340, 0x13f2b)\n\t/app/cart/service.go:88 +0x1d\n"
                        + line("main.handle(0xc000112340)\n\t/app/main.go:41 +0x9a\n", frames - 1);
            case "dotnet" ->
                "System.InvalidOperationException: cart 81723 is closed\n"
                        + line("   at System.Linq.Enumerable.First[TSource](IEnumerable`1 source)\n", 2)
                        + "   at Acme.Cart.CartService.<CloseAsync>d__12.MoveNext() in /src/CartService.cs:line 88\n"
                        + line(
                                "   at Acme.Cart.CartController.Close(Int32 id) in /src/CartController.cs:line 41\n",
                                frames - 3);
            case "ruby" ->
                line("/usr/lib/ruby/gems/3.2.0/gems/rack-2.2.8/lib/rack/etag.rb:27:in `call'\n", 2)
                        + "/srv/app/cart/service.rb:88:in `block in close'\n"
                        + line("/srv/app/cart/controller.rb:41:in `close'\n", frames - 3);
            default -> throw new IllegalArgumentException("language: " + language + ", allowed " + LANGUAGES);
        };
    }

    private static String line(String line, int times) {
        return String.join("", Collections.nCopies(Math.max(0, times), line));
    }
}
