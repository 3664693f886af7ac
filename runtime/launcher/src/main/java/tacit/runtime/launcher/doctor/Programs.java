package tacit.runtime.launcher.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds programs on the path and asks them for one line. */
final class Programs {

    private static final int SECONDS = 20;

    private final String path;

    Programs(String path) {
        this.path = path;
    }

    static Programs ofEnvironment() {
        return new Programs(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    private Optional<Path> find(String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The first line that the program prints; empty when it does not run or fails. */
    Optional<String> firstLine(String... command) throws InterruptedException {
        Optional<Path> program = find(command[0]);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> line = new ArrayList<>(List.of(command));
            line.set(0, program.get().toString());
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? output.lines().findFirst() : Optional.empty();
        } catch (IOException cannotRun) {
            return Optional.empty();
        }
    }
}
