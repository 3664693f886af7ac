package tacit.runtime.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.store.Database;
import tacit.api.store.StoreException;

/** The second half of a restore: puts the rows of a copy into the database that its files name. For the launcher alone. */
@Component(property = Command.NAME + "=" + RestoreRowsCommand.VERB, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RestoreRowsCommand.Config.class)
public final class RestoreRowsCommand implements Command {

    static final String VERB = "restore-rows";

    /** The image. */
    @ObjectClassDefinition(name = "Tacit restore of rows")
    public @interface Config {

        @AttributeDefinition(name = "Home", description = "The image, whose bundles say how the tables are made")
        String home();
    }

    private final Database database;
    private final Path home;

    @Activate
    public RestoreRowsCommand(@Reference Database database, Config config) {
        if (config.home() == null || config.home().isBlank()) {
            throw new IllegalArgumentException("home must not be blank");
        }
        this.database = database;
        this.home = Path.of(config.home());
    }

    @Override
    public String name() {
        return VERB;
    }

    @Override
    public String usage() {
        return "restore-rows FILE    the second half of restore";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Path file = console.workingDirectory().resolve(arguments.get(0));
        try (BackupReader copy = BackupReader.open(file)) {
            copy.verify();
            new RowsRestore(database, ImageScripts.of(home), copy).run();
            console.out()
                    .println("Restored " + copy.manifest().rows() + " rows in "
                            + copy.manifest().tables().size() + " tables ("
                            + database.description().replaceFirst(" at .*", "") + ")"
                            + "; generation " + copy.manifest().generation() + " decides at the next start");
            return OK;
        } catch (BadBackupException | StoreException | IOException e) {
            console.err().println("Cannot restore '" + file + "': " + e.getMessage());
            return FAILED;
        }
    }
}
