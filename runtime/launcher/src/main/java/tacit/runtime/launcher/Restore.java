package tacit.runtime.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.DataLock;
import tacit.runtime.launcher.data.RestoreFolder;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Host;

/** Puts a copy into a data directory that no process holds: apart first, and in its place when all of it came out right. */
final class Restore implements Verb {

    private static final String USAGE =
            "Usage: tacit restore FILE [--data DIR] [--force] [--store hsqldb|FILE]    puts a copy into a data directory;"
                    + " --force moves aside what is there, --store names the database in place of that of the copy";

    private final Surroundings surroundings;
    private final Distribution distribution;

    Restore(Surroundings surroundings, Distribution distribution) {
        this.surroundings = surroundings;
        this.distribution = distribution;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        if (invocation.arguments().equals(List.of("--help"))) {
            surroundings.out().println(USAGE);
            return OK;
        }
        RestoreOptions options = RestoreOptions.parse(invocation.arguments());
        boolean isNew = !invocation.data().exists();
        Optional<DataLock> lock = DataLock.tryAcquire(invocation.data(), DataLock.RESTORE);
        if (lock.isEmpty()) {
            throw new IllegalStateException(OneShot.busy(invocation.data()));
        }
        int code = lock.get().during(() -> restore(invocation.data(), options));
        if (code != OK && isNew) {
            invocation.data().delete();
        }
        return code;
    }

    private int restore(DataDirectory data, RestoreOptions options) throws Exception {
        RestoreFolder folder = RestoreFolder.open(data, options.force());
        boolean whole = false;
        try {
            DataDirectory draft = folder.draft();
            whole = call(draft, "restore-files", options.file()) == OK
                    && choose(draft, options)
                    && call(draft, "restore-rows", options.file()) == OK;
        } finally {
            if (!whole) {
                folder.discard();
            }
        }
        if (!whole) {
            return FAILED;
        }
        folder.takePlace()
                .ifPresent(aside -> surroundings.out().println("What was there before lies in '" + aside + "'"));
        surroundings.out().println("Restored '" + data.root() + "'; start it with ./tacit up --data " + data.root());
        return OK;
    }

    private static boolean choose(DataDirectory draft, RestoreOptions options) throws IOException {
        if (options.store().isPresent()) {
            Path settings = Configurations.postgresql(draft);
            Files.deleteIfExists(settings);
            if (!options.store().get().equals(RestoreOptions.HSQLDB)) {
                Files.createDirectories(draft.settings());
                Files.copy(Path.of(options.store().get()), settings, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return true;
    }

    private int call(DataDirectory draft, String verb, Path file) throws Exception {
        Configurations configurations = Configurations.ofRestore(draft, distribution);
        try (Host host = Host.startStore(distribution, draft, configurations)) {
            Optional<ToIntFunction<Map<String, Object>>> commands = host.commands();
            if (commands.isEmpty()) {
                host.problems().forEach(problem -> surroundings.err().println("Problem: " + problem));
                throw new IllegalStateException("Cannot restore: no bundle offers commands");
            }
            return commands.get().applyAsInt(surroundings.call(verb, List.of(file.toString())));
        }
    }
}
