package tacit.surface.channels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.channel.ChannelAgent;
import tacit.api.channel.ChannelAnswer;
import tacit.api.channel.ChannelTurn;
import tacit.channel.exchange.Surroundings;

/**
 * Has messages answered by a program: the message is its input, its output is the answer, and the context lies in a file that
 * {@code TACIT_CONTEXT} names. It sees no variable of the host but the usual ones and those that an operator names. A program
 * that takes too long is killed with all that it started. Thread-safe.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProcessAgent.Config.class, factory = true)
public final class ProcessAgent implements ChannelAgent {

    private static final Logger log = LoggerFactory.getLogger(ProcessAgent.class);

    private static final int MOST_BYTES = 1 << 20;

    /** Which program it is. */
    @ObjectClassDefinition(name = "Tacit agent as a program")
    public @interface Config {

        @AttributeDefinition(name = "Name", description = "By which channels ask for it")
        String name() default "process";

        @AttributeDefinition(
                name = "Command",
                description = "The program and its arguments with blanks between, those with blanks in quotes; no shell"
                        + " reads them")
        String command();

        @AttributeDefinition(name = "Folder", description = "Where it runs; empty for the host's")
        String directory() default "";

        @AttributeDefinition(name = "Patience", description = "Seconds until it must have ended, in [1, 3600]")
        int timeout_seconds() default 120;

        @AttributeDefinition(
                name = "Environment",
                description =
                        "Variables of the host that it is given besides PATH, HOME, LANG, LC_ALL, TMPDIR and TZ, by"
                                + " their names with commas between")
        String[] environment() default {};
    }

    private final String name;
    private final List<String> command;
    private final Path directory;
    private final Duration patience;
    private final Surroundings surroundings;

    @Activate
    public ProcessAgent(Config config) {
        this(config, System.getenv());
    }

    ProcessAgent(Config config, Map<String, String> environment) {
        if (config.command() == null || config.command().isBlank()) {
            throw new IllegalArgumentException("command must be given");
        }
        name = config.name();
        command = Surroundings.command(config.command());
        directory = Path.of(config.directory()).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("directory must be a folder, got '" + config.directory() + "'");
        }
        patience = Duration.ofSeconds(Account.within("timeout.seconds", config.timeout_seconds(), 1, 3600));
        surroundings = Surroundings.of(environment, config.environment());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ChannelAnswer answer(ChannelTurn turn) {
        try {
            // Only this user may read what is put there
            Path folder = Files.createTempDirectory("tacit-turn-");
            try {
                return ChannelAnswer.of(run(turn, folder));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException("it cannot be run: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the host stopped", e);
        }
    }

    private String run(ChannelTurn turn, Path folder) throws IOException, InterruptedException {
        Path context = Files.writeString(folder.resolve("context.md"), turn.context(), StandardCharsets.UTF_8);
        Path input = Files.writeString(folder.resolve("message.txt"), turn.message(), StandardCharsets.UTF_8);
        Path output = folder.resolve("answer.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> fields = TurnFields.of(turn);
        fields.remove("message");
        fields.put("context", context.toString());
        surroundings.replace(builder.environment(), fields);
        Process process = builder.start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("it did not end within " + patience.toSeconds() + " s");
            }
        } finally {
            kill(process);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("it ended with " + process.exitValue());
        }
        if (Files.size(output) > MOST_BYTES) {
            throw new IllegalStateException("it answered more than " + MOST_BYTES + " bytes");
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    /** What it started goes first: once it is gone itself, nobody knows any more whose they are. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    log.warn("Cannot remove '{}', which an answered message left", file, e);
                }
            });
        }
    }
}
