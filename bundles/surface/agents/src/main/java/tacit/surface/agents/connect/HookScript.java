package tacit.surface.agents.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import tacit.surface.agents.text.SettingsFile;

/**
 * The program that agents call.
 *
 * @param folder where it lies
 */
record HookScript(Path folder) {

    private static final String RESOURCE = "tacit-hook.sh";

    Path file() {
        return folder.resolve("tacit-hook");
    }

    /** The command that an agent runs for its events: for a shell, whatever stands in the path. */
    String command(Agent agent) {
        return "'" + file().toAbsolutePath().toString().replace("'", "'\\''") + "' " + agent.label() + " hooks";
    }

    void install() {
        try (InputStream script = Objects.requireNonNull(HookScript.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            SettingsFile.read(file()).replace(script.readAllBytes());
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install '" + file() + "': " + e.getMessage(), e);
        }
    }

    void remove() {
        SettingsFile.read(file()).delete();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            // Somebody keeps programs of his own there
            return;
        }
    }
}
