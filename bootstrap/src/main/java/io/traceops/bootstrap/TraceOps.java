package io.traceops.bootstrap;

import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program. Exits with 0 if all went well, with 1 if what was asked for failed, with 2 if it was asked for wrongly.
 */
@Command(
        name = "traceops",
        description = "Groups errors into issues by deterministic fingerprints, and explains them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            VersionCommand.class,
            RehearseCommand.class
        })
public final class TraceOps implements Runnable {
    private static final Set<String> COMMANDS_WITH_SETTINGS = Set.of("serve", "demo");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TraceOps() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with all its commands. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new TraceOps());
        commandLine.getSubcommands().forEach((name, command) -> {
            if (COMMANDS_WITH_SETTINGS.contains(name)) {
                SettingsOptions.addTo(command.getCommandSpec());
            }
        });
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .scopeType(ScopeType.INHERIT)
                        .type(boolean.class)
                        .description("Tells what can be asked for.")
                        .build());
        return commandLine
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(TraceOps::tellHowToAsk)
                .setExecutionExceptionHandler(TraceOps::tellWhatFailed);
    }

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, such as 'traceops serve'");
    }

    private static int tellHowToAsk(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter out = command.getErr();
        out.println("traceops: " + mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, out);
        out.println("'" + command.getCommandSpec().qualifiedName() + " --help' tells what there is.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int tellWhatFailed(Exception failure, CommandLine command, ParseResult result) throws Exception {
        if (failure instanceof UserMistake mistake) {
            command.getErr().println("traceops: " + mistake.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
