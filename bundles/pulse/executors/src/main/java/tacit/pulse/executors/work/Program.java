package tacit.pulse.executors.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a program in a process group of its own, with input and output in files. Whatever it started is killed with it.
 * Immutable.
 *
 * @param command the program and its arguments
 * @param folder where it runs
 * @param environment all that it sees
 * @param input what it reads
 * @param output what it writes
 * @param error what it complains about
 * @param patience how long it may take
 * @param mostBytes after how much output it is stopped
 * @param mark where the process is noted while it runs; null for nowhere
 */
public record Program(
        List<String> command,
        Path folder,
        Map<String, String> environment,
        Path input,
        Path output,
        Path error,
        Duration patience,
        long mostBytes,
        @Nullable Path mark) {

    private static final long LOOK_MILLIS = 50;
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);
    private static final List<Path> GROUPERS = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    /** How it ended; the status means something only when it ended by itself. */
    public record Ended(int exit, boolean timedOut, boolean tooMuch) {}

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The file of a program: a path, or a name on the path; empty when nobody can run it. */
    public static Optional<Path> find(String program, @Nullable String path, Path folder) {
        if (program.contains("/")) {
            return Optional.of(folder.resolve(program)).filter(Program::isProgram);
        }
        return Stream.of(Objects.requireNonNullElse(path, "/usr/bin:/bin").split(":", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> Path.of(part).resolve(program))
                .filter(Program::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Runs it to its end, or to the end of its time. */
    public Ended run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(grouped())
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(error.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            note(process);
            return await(process);
        } finally {
            kill(process.toHandle());
        }
    }

    private List<String> grouped() {
        List<String> all = new ArrayList<>();
        GROUPERS.stream().filter(Program::isProgram).findFirst().ifPresent(file -> all.add(file.toString()));
        all.addAll(command);
        return all;
    }

    private void note(Process process) throws IOException {
        if (mark != null) {
            String started =
                    process.info().startInstant().map(Instant::toString).orElse("");
            Files.writeString(mark, process.pid() + " " + started, StandardCharsets.UTF_8);
        }
    }

    private Ended await(Process process) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (process.waitFor(Math.max(0, Math.min(left, LOOK_MILLIS)), TimeUnit.MILLISECONDS)) {
                return new Ended(process.exitValue(), false, Files.size(output) > mostBytes);
            }
            if (Files.size(output) > mostBytes || Files.size(error) > mostBytes) {
                return new Ended(-1, false, true);
            }
            if (left <= 0) {
                return new Ended(-1, true, false);
            }
        }
    }

    /** What it started goes first: once it is gone itself, nobody knows any more whose they are. */
    private static void kill(ProcessHandle process) throws IOException, InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        if (GROUPERS.stream().anyMatch(Program::isProgram)) {
            Process killer = new ProcessBuilder("/bin/sh", "-c", "kill -KILL -" + process.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean interrupted = Thread.interrupted();
            killer.waitFor(5, TimeUnit.SECONDS);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Kills what a mark tells of, when it is that process and no later one of the same number. */
    static void killMarked(Path mark) throws IOException, InterruptedException {
        String[] words = Files.readString(mark, StandardCharsets.UTF_8).strip().split(" ", 2);
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || words[1].isEmpty()) {
            return;
        }
        Instant started = Instant.parse(words[1]);
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> handle.info()
                        .startInstant()
                        .filter(at -> Duration.between(at, started).abs().compareTo(START_TOLERANCE) <= 0)
                        .isPresent());
        if (process.isPresent()) {
            kill(process.get());
        }
    }
}
