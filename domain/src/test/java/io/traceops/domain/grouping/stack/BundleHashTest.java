package io.traceops.domain.grouping.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleHashTest {
    @ParameterizedTest
    @CsvSource({
        "index-DdRk3x2a.js, index.js",
        "index-DdRk3x2a.mjs, index.mjs",
        "index-DdRk3x2a.cjs, index.cjs",
        "index-DdRk3x2a.css, index.css",
        "chunk-5UNGJZRQ.js, chunk.js",
        "chunk-ABCDEFGH.js, chunk.js",
        "my-page-aB3dE6gH.js, my-page.js",
        "a-aB3dE6gH.js, a.js",
    })
    void name_withAHash_losesItEverywhere(String fileName, String kept) {
        assertThat(BundleHash.removed(fileName, false)).isEqualTo(kept);
        assertThat(BundleHash.removed(fileName, true)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index-DdRkxqZa.js",
                "index-Dd-k3x2a.js",
                "index-Bf3_kq2x.js",
                "index-DdRkxq-_.js",
                "app-DashMenu.js",
            })
    void name_thatMayEndInAHash_losesItInAssetsAlone(String fileName) {
        assertThat(BundleHash.removed(fileName, false)).isEqualTo(fileName);
        assertThat(BundleHash.removed(fileName, true)).isEqualTo(fileName.substring(0, fileName.indexOf('-')) + ".js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.js",
                "index",
                "",
                ".js",
                "settings.js",
                "user-settings.js",
                "user-Settings.js",
                "user-Version2.js",
                "user-version2.js",
                "user-my_page2.js",
                "user-12345678.js",
                "user-DdRk3x2a.ts",
                "user-DdRk3x2a",
                "user-DdRk3x2.js",
                "user-DdRk3x2aa.js",
                "user.DdRk3x2a.js",
                "-DdRk3x2a.js",
                "user-DdRk3x2é.js",
                "user-DdRk+x2a.js",
                "user-DdRk3x2{.js",
                "user-DdRk3x2`.js",
            })
    void name_withoutAHash_staysEverywhere(String fileName) {
        assertThat(BundleHash.removed(fileName, false)).isEqualTo(fileName);
        assertThat(BundleHash.removed(fileName, true)).isEqualTo(fileName);
    }
}
