package tacit.runtime.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import tacit.api.sandbox.SandboxLevel;

/** The configuration of the sandbox, checked. */
record Settings(
        Path home,
        Path data,
        Path java,
        int warmCells,
        int heapMegabytes,
        int folderMegabytes,
        int threads,
        int answerKilobytes,
        int processesPerRun,
        Duration start,
        Duration idle,
        SandboxLevel lowest,
        SandboxLevel highest) {

    static Settings of(ProcessSandbox.Config config) {
        SandboxLevel lowest = level("lowest.level", config.lowest_level());
        SandboxLevel highest = level("highest.level", config.highest_level());
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException(
                    "lowest.level must not be above highest.level, got " + lowest + " and " + highest);
        }
        String java = config.java().isBlank() ? System.getProperty("java.home") : config.java();
        return new Settings(
                path("home", config.home()),
                path("data.directory", config.data_directory()),
                Path.of(java),
                within("warm.cells", config.warm_cells(), 0, 8),
                within("heap.megabytes", config.heap_megabytes(), 24, 4096),
                within("folder.megabytes", config.folder_megabytes(), 8, 1024),
                within("threads", config.threads(), 64, 4096),
                within("answer.kilobytes", config.answer_kilobytes(), 1, 65_536),
                within("processes.per.run", config.processes_per_run(), 1, 10_000),
                Duration.ofSeconds(within("start.seconds", config.start_seconds(), 1, 600)),
                Duration.ofSeconds(within("idle.seconds", config.idle_seconds(), 1, 86_400)),
                lowest,
                highest);
    }

    private static Path path(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be blank");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    private static SandboxLevel level(String key, String value) {
        return Arrays.stream(SandboxLevel.values())
                .filter(level -> level.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " must be one of " + Arrays.toString(SandboxLevel.values()) + ", got '" + value + "'"));
    }
}
