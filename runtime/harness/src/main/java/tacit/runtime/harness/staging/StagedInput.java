package tacit.runtime.harness.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A jar that somebody wants to stage, read once, with the statement that lies beside it. */
final class StagedInput {

    private static final int LARGEST_JAR = 256 << 20;
    private static final int LONGEST_STATEMENT = 100_000;

    private final byte[] jar;
    private final @Nullable String statement;

    private StagedInput(byte[] jar, @Nullable String statement) {
        this.jar = jar;
        this.statement = statement;
    }

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException when one of them cannot be read
     */
    static StagedInput read(Path file) {
        byte[] jar = bytes(file, LARGEST_JAR);
        Path beside = statement(file);
        return new StagedInput(
                jar,
                Files.exists(beside) ? new String(bytes(beside, LONGEST_STATEMENT), StandardCharsets.UTF_8) : null);
    }

    /** Where the statement of a jar lies. */
    static Path statement(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".statement");
    }

    /** The bytes themselves, which nobody may change. */
    byte[] jar() {
        return jar;
    }

    @Nullable
    String statement() {
        return statement;
    }

    private static byte[] bytes(Path file, int limit) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(limit);
            if (content.read() >= 0) {
                throw new IllegalArgumentException("Cannot read '" + file + "': it is larger than " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read '" + file + "': " + e, e);
        }
    }
}
