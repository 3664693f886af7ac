package tacit.runtime.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.command.Command;
import tacit.api.command.Console;

/** The first half of a restore: looks at every byte of a copy, then puts its files into a folder. For the launcher alone. */
@Component(property = Command.NAME + "=" + RestoreFilesCommand.VERB, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RestoreFilesCommand.Config.class)
public final class RestoreFilesCommand implements Command {

    static final String VERB = "restore-files";

    /** Where from and where to. */
    @ObjectClassDefinition(name = "Tacit restore of files")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "An empty folder, which takes the files")
        String data_directory();

        @AttributeDefinition(name = "Home", description = "The image, which must know the tables of the copy")
        String home();
    }

    private final Path target;
    private final Path home;

    @Activate
    public RestoreFilesCommand(Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        if (config.home() == null || config.home().isBlank()) {
            throw new IllegalArgumentException("home must not be blank");
        }
        this.target = Path.of(config.data_directory());
        this.home = Path.of(config.home());
    }

    @Override
    public String name() {
        return VERB;
    }

    @Override
    public String usage() {
        return "restore-files FILE    the first half of restore";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Path file = console.workingDirectory().resolve(arguments.get(0));
        try (BackupReader copy = BackupReader.open(file)) {
            copy.verify();
            ImageScripts.of(home).refuseUnknown(copy.manifest().schema());
            int files = new FilesRestore(target).run(copy);
            console.out()
                    .println("Verified " + copy.manifest().parts().size() + " parts as of "
                            + copy.manifest().createdAt() + " from "
                            + copy.manifest().engine() + "; restored " + files
                            + " files");
            return OK;
        } catch (BadBackupException | IOException e) {
            console.err().println("Cannot restore '" + file + "': " + e.getMessage());
            return FAILED;
        }
    }
}
