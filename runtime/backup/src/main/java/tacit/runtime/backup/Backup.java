package tacit.runtime.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Copies the store and the files of a data directory as they are at one moment, while others write. Thread-safe. */
final class Backup {

    private static final int ATTEMPTS = 20;

    private final Database database;
    private final Path data;
    private final String version;
    private final Clock clock;

    Backup(Database database, Path data, String version, Clock clock) {
        this.database = database;
        this.data = data;
        this.version = version;
        this.clock = clock;
    }

    /** Writes a copy that holds everything that was acknowledged before this was called, and answers what is in it. */
    Manifest writeTo(Path file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (BackupFile copy = BackupFile.at(file)) {
                Manifest manifest = copyTo(copy);
                copy.keep(manifest);
                return manifest;
            } catch (MovedException moved) {
                // The next moment is as good; what was written of this one is gone
            }
        }
        throw new IOException("the harness changed at each of " + ATTEMPTS + " moments");
    }

    private Manifest copyTo(BackupFile copy) throws IOException {
        LedgerBytes ledger = LedgerBytes.read(data);
        try {
            Manifest manifest = database.read(session -> {
                try {
                    return copy(session, ledger, copy);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return manifest.with(Identities.of(database).next(database, database.read(Catalog::tables)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The first query fixes what the session sees: if the ledger is the same before and after it, both are of one moment. */
    private Manifest copy(Session session, LedgerBytes ledger, BackupFile copy) throws IOException {
        List<Manifest.Script> schema = session.select(
                "SELECT owner, version, checksum FROM tacit_migrations WHERE applied_at IS NOT NULL"
                        + " ORDER BY owner, version",
                row -> new Manifest.Script(row.text("owner"), (int) row.number("version"), row.text("checksum")));
        if (!LedgerBytes.read(data).equals(ledger)) {
            throw new MovedException();
        }
        String moment = clock.instant().toString();
        List<String> leftOut = addFiles(ledger, copy);
        List<Manifest.Table> tables = addTables(session, copy);
        return new Manifest(
                Manifest.FORMAT,
                version,
                moment,
                database.description(),
                ledger.generation(),
                schema,
                tables,
                copy.parts(),
                leftOut);
    }

    private List<Manifest.Table> addTables(Session session, BackupFile copy) throws IOException {
        List<TableShape> shapes = Catalog.tables(session);
        List<Manifest.Table> tables = new ArrayList<>();
        for (TableShape shape : shapes) {
            tables.add(add(session, shape, copy));
        }
        return tables;
    }

    private static Manifest.Table add(Session session, TableShape shape, BackupFile copy) throws IOException {
        RowDigest digest = new RowDigest();
        copy.add(Manifest.TABLES + shape.name() + ".jsonl", false, out -> new TableRows(session, shape).read(values -> {
            String line = RowLine.write(values);
            digest.add(line);
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }));
        return new Manifest.Table(shape.name(), shape.columns(), digest.rows(), digest.sum(), null);
    }

    private List<String> addFiles(LedgerBytes ledger, BackupFile copy) throws IOException {
        if (!ledger.isEmpty()) {
            copy.add(Manifest.FILES + DataFiles.LEDGER, false, ledger::writeTo);
        }
        DataFiles files = DataFiles.of(data);
        List<String> leftOut = new ArrayList<>(files.leftOut());
        for (String name : files.files()) {
            if (!add(name, copy)) {
                leftOut.add(name);
            }
        }
        return leftOut;
    }

    private boolean add(String name, BackupFile copy) throws IOException {
        Path file = data.resolve(name);
        boolean executable = Files.isExecutable(file);
        try (var content = Files.newInputStream(file)) {
            copy.add(Manifest.FILES + name, executable, content::transferTo);
            return true;
        } catch (NoSuchFileException gone) {
            if (name.startsWith("store/")) {
                // The ledger of this moment may name a jar that a later generation had cleared away
                throw new MovedException();
            }
            return false;
        }
    }
}
