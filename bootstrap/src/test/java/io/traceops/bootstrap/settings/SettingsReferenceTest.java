package io.traceops.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

    /** To write the document anew, run this test with {@code -Dconfiguration.write=true}. */
    @Test
    void reference_inTheDocs_isTheTableInTheCode() throws IOException {
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(DOCUMENT, SettingsReference.markdown());
        }

        assertThat(Files.readString(DOCUMENT)).isEqualTo(SettingsReference.markdown());
    }

    @Test
    void example_inTheReference_isReadable() {
        String markdown = SettingsReference.markdown();
        int start = markdown.indexOf("```yaml\n") + "```yaml\n".length();
        SettingsFile file = SettingsFile.read("example", markdown.substring(start, markdown.indexOf("```", start)));

        assertThat(file.problems()).isEmpty();
        assertThat(file.entry(Settings.HTTP_PORT).map(SettingsFile.Entry::text)).isEqualTo(Optional.of("8081"));
    }
}
