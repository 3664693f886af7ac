package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.http.HttpProblem;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Query;

/** One run of a command for a caller who reads along: lines {@code {"out"}}, {@code {"err"}} and at the end {@code {"exit"}}. */
final class CommandRun {

    private static final Set<String> FIELDS = Set.of("arguments", "terminal", "width", "cwd");
    private static final int DEFAULT_WIDTH = 80;

    private final Command command;
    private final List<String> arguments;
    private final boolean terminal;
    private final int width;
    private final Path workingDirectory;

    private CommandRun(Command command, List<String> arguments, boolean terminal, int width, Path workingDirectory) {
        this.command = command;
        this.arguments = arguments;
        this.terminal = terminal;
        this.width = width;
        this.workingDirectory = workingDirectory;
    }

    static CommandRun read(Command command, JsonNode body) {
        try {
            Fields fields = Fields.of(body, FIELDS);
            String cwd = fields.node().path("cwd").asText("");
            return new CommandRun(
                    command,
                    arguments(fields.node().path("arguments")),
                    fields.node().path("terminal").asBoolean(false),
                    fields.whole("width", DEFAULT_WIDTH, 1, 1_000),
                    Path.of(cwd.isEmpty() ? "." : cwd).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new HttpProblem(400, "cwd must be a path");
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    int count() {
        return arguments.size();
    }

    void writeTo(OutputStream target) throws IOException {
        LineStream.Target lines = new LineStream.Target(target);
        int exit;
        try (PrintStream out = stream(lines, "out");
                PrintStream err = stream(lines, "err")) {
            exit = run(new Console(out, err, terminal, width, workingDirectory));
        }
        lines.write("exit", exit);
    }

    private int run(Console console) {
        try {
            if (arguments.equals(List.of(Command.HELP))) {
                console.out().println("Usage: tacit " + command.usage());
                return Command.OK;
            }
            return command.run(arguments, console);
        } catch (RuntimeException e) {
            console.err().println(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return Command.FAILED;
        }
    }

    private static PrintStream stream(LineStream.Target lines, String name) {
        return new PrintStream(new LineStream(lines, name), true, StandardCharsets.UTF_8);
    }

    private static List<String> arguments(JsonNode node) {
        List<String> arguments = new ArrayList<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new IllegalArgumentException("arguments must be a list of texts");
        }
        for (JsonNode argument : node) {
            if (!argument.isTextual()) {
                throw new IllegalArgumentException("arguments must be a list of texts");
            }
            arguments.add(argument.textValue());
        }
        return List.copyOf(arguments);
    }
}
