package io.traceops.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the command line answers, whichever of its commands are made for it. */
class TraceOpsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_ofTheProgram_namesEveryCommandInOrder() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).containsSubsequence("\n  serve ", "\n  demo ", "\n  import ", "\n  version ");
        assertThat(out.toString()).doesNotContain("rehearse");
    }

    @Test
    void help_ofACommand_tellsItsSettings() {
        assertThat(run("serve", "--help")).isZero();

        assertThat(out.toString()).startsWith("Usage: traceops serve ").contains("--http-port", "--config");
    }

    @Test
    void command_thatIsMisspelt_isSuggested() {
        assertThat(run("serv")).isEqualTo(2);

        assertThat(err.toString()).contains("serve", "'traceops --help' tells what there is.");
    }

    @Test
    void option_thatIsMisspelt_isSuggested() {
        assertThat(run("serve", "--http-prt", "1")).isEqualTo(2);

        assertThat(err.toString()).contains("--http-port", "'traceops serve --help' tells what there is.");
    }

    @Test
    void command_thatIsMissing_isAskedFor() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString()).startsWith("traceops: Say what to do, such as 'traceops serve'");
    }

    @Test
    void version_isTold() {
        assertThat(run("version")).isZero();

        assertThat(out.toString()).startsWith("TraceOps ");
    }

    private int run(String... arguments) {
        CommandLine commandLine = TraceOps.commandLine(arguments);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
