package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePlaceTest {
    @ParameterizedTest
    @CsvSource({
        "/srv/app/lib/cart.js, lib/cart.js",
        "lib/cart.js, lib/cart.js",
        "/cart.js, cart.js",
        "cart.js, cart.js",
        "/srv/app/lib/, app/lib",
        "/srv//lib///cart.js, lib/cart.js",
        "./src/./cart.js, src/cart.js",
        "../../cart.js, cart.js",
        "./../.././, ''",
        "/srv/.hidden/cart.js, .hidden/cart.js",
        "/srv/.../cart.js, .../cart.js",
        "'', ''",
        "/, ''",
        // Windows
        "C:\\app\\lib\\cart.js, lib/cart.js",
        "C:\\cart.js, cart.js",
        "C:/cart.js, cart.js",
        "lib\\cart.js, lib/cart.js",
        // URLs
        "https://shop.example.com/static/js/cart.js, js/cart.js",
        "https://shop.example.com/cart.js, cart.js",
        "https://shop.example.com/, ''",
        "https://shop.example.com, ''",
        "https://shop.example.com/js/cart.js?v=1/2/3, js/cart.js",
        "https://shop.example.com?v=1/2/3, ''",
        "file:///srv/app/lib/cart.js, lib/cart.js",
        "file:///C:/app/cart.js, app/cart.js",
        "file:/srv/app/lib/cart.js, lib/cart.js",
        "webpack://shop-web/./src/cart.ts?4c2a, src/cart.ts",
        "webpack-internal:///./src/cart.ts, src/cart.ts",
        "git+ssh://host/src/cart.ts, src/cart.ts",
        "blob:https://shop.example.com/0192f3a4-5b6c-7d8e-9f00-112233445566, ''",
        "data:text/javascript;base64/abc, ''",
        "a:b:c/d, a:b:c/d",
        // names that a runtime gives to its own parts
        "node:internal/timers, node:internal/timers",
        "ext:core/01_core.js, ext:core/01_core.js",
        "node:fs?x, node:fs",
        // package folders
        "/app/node_modules/express/lib/router/index.js, express/lib/router/index.js",
        "node_modules/express/index.js, express/index.js",
        "/app/node_modules/.pnpm/pg@8.1.0/node_modules/pg/lib/a.js, pg/lib/a.js",
        "/usr/lib/python3.12/site-packages/django/db/models/query.py, django/db/models/query.py",
        "/usr/lib/python3/dist-packages/apt/cache.py, apt/cache.py",
        "/a/site-packages/b/node_modules/c/d/e.js, c/d/e.js",
        "/a/my_node_modules/b/c/d.js, c/d.js",
        "https://x.org/node_modules/ky/a/b.js?node_modules/z, ky/a/b.js",
        // releases and builds
        "/srv/app/releases/20260102093011/server.js, server.js",
        "/srv/app/releases/20260102093011/lib/server.js, lib/server.js",
        "/srv/app-1.4.2/server.js, app/server.js",
        "/srv/3f2a9c1b7d/server.js, server.js",
        "https://x.org/js/main.3f2a9c.js, js/main.js",
        "https://x.org/assets/index-DdRkxqZa.js, assets/index.js",
        "https://x.org/js/index-DdRkxqZa.js, js/index-DdRkxqZa.js",
        "https://x.org/orders/1234, orders",
        "https://x.org/1234/5678, ''",
    })
    void place_ofAPath_isWhatStaysFromReleaseToRelease(String path, String place) {
        assertThat(FilePlace.of(path)).isEqualTo(place);
    }

    @Test
    void slashed_path_hasForwardSlashesAlone() {
        assertThat(FilePlace.slashed("C:\\app\\lib/cart.js")).isEqualTo("C:/app/lib/cart.js");
    }
}
