package io.traceops.bootstrap;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
        synopsisSubcommandLabel = "COMMAND")
public final class TraceOps implements Runnable {
    /** The commands by their names, in the order in which they are told. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    private static final Set<String> COMMANDS_WITH_SETTINGS = Set.of("serve", "demo");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TraceOps() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand::new);
        commands.put("demo", DemoCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("version", VersionCommand::new);
        commands.put("rehearse", RehearseCommand::new);
        return commands;
    }

    /**
     * The command line. If the arguments begin with a command then it has no other, since a server that starts should not
     * wait for those; else it has all.
     */
    static CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new TraceOps());
        Set<String> wanted =
                arguments.length > 0 && COMMANDS.containsKey(arguments[0]) ? Set.of(arguments[0]) : COMMANDS.keySet();
        COMMANDS.forEach((name, command) -> {
            if (wanted.contains(name)) {
                commandLine.addSubcommand(command.get());
            }
        });
        COMMANDS_WITH_SETTINGS.stream()
                .filter(wanted::contains)
                .map(commandLine.getSubcommands()::get)
                .forEach(command -> SettingsOptions.addTo(command.getCommandSpec()));
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
