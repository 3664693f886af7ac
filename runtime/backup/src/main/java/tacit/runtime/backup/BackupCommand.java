package tacit.runtime.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.store.Database;

/** The verb that copies everything into one file, while the host runs or without one. Thread-safe. */
@Component(property = Command.NAME + "=backup", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BackupCommand.Config.class)
public final class BackupCommand implements Command {

    /** What is copied. */
    @ObjectClassDefinition(name = "Tacit backup")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "What is copied beside the database")
        String data_directory();
    }

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Path data;

    @Activate
    public BackupCommand(
            @Reference Database database, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.data = Path.of(config.data_directory()).toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "backup FILE    copies the store, the ledger and the files of the data directory, also while the host runs";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (arguments.size() != 1 || arguments.get(0).startsWith("--")) {
            console.err().println("One file must be named: tacit backup FILE");
            return FAILED;
        }
        Path file = console.workingDirectory()
                .resolve(arguments.get(0))
                .toAbsolutePath()
                .normalize();
        try {
            refuseUnfit(file);
            audit.write("operator", "store.backup", "host", Map.of("file", String.valueOf(file.getFileName())));
            Manifest manifest = new Backup(database, data, Versions.own(), clock).writeTo(file);
            console.out().println(words(file, manifest));
            return OK;
        } catch (IOException e) {
            console.err().println("Cannot write '" + file + "': " + reason(e) + "; nothing of it was kept");
            return FAILED;
        }
    }

    private void refuseUnfit(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new IOException("it is there already");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder '" + folder + "'");
        }
        if (folder.toRealPath().startsWith(Files.exists(data) ? data.toRealPath() : data)) {
            throw new IOException("it must lie outside of the data directory");
        }
    }

    private static String words(Path file, Manifest manifest) {
        return "Copied " + manifest.tables().size() + " tables with " + manifest.rows() + " rows and "
                + (manifest.parts().size() - manifest.tables().size()) + " files, as of " + manifest.createdAt()
                + ", generation " + manifest.generation() + ", to " + file;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
