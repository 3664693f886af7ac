package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * How full the files are that every prompt shows. Immutable.
 *
 * @param files the files that are looked at
 * @param compactRecommended whether one of them should be shortened
 * @param instructions what to propose, in words; empty when nothing
 */
public record MemoryPressure(List<FilePressure> files, boolean compactRecommended, String instructions) {

    /** How full a file is. */
    public enum Level {
        OK,
        WATCH,
        COMPACT
    }

    /**
     * One file.
     *
     * @param path below the workspace's folder
     * @param there whether it exists
     * @param characters how many it has
     * @param most how many it should have at most
     * @param pressure the share of that, at most 1
     * @param level what that means
     * @param duplicateLines how many lines stand in it more than once
     * @param recommendations what to do, in words
     */
    public record FilePressure(
            String path,
            boolean there,
            int characters,
            int most,
            double pressure,
            Level level,
            int duplicateLines,
            List<String> recommendations) {

        public FilePressure {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(level, "level");
            recommendations = List.copyOf(recommendations);
        }
    }

    public MemoryPressure {
        files = List.copyOf(files);
        Objects.requireNonNull(instructions, "instructions");
    }
}
