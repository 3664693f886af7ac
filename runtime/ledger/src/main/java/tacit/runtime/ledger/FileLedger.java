package tacit.runtime.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.generation.Generation;
import tacit.api.generation.Ledger;
import tacit.api.generation.LedgerEntry;

/**
 * Keeps the ledger as lines of JSON, each with the hash of itself and of the line before it. What a crash cut off stays in the
 * file until the next append, which first keeps it in a file beside and then cuts it.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FileLedger.Config.class)
public final class FileLedger implements Ledger {

    /** Where the ledger lies. */
    @ObjectClassDefinition(name = "Tacit ledger of generations")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Its folder ledger holds generations.jsonl")
        String data_directory();
    }

    private final Object lock = new Object();
    private final LedgerFile file;
    private final List<String> findings;
    private volatile LedgerReading state;

    @Activate
    public FileLedger(Config config) {
        this(ledgerFile(config.data_directory()));
    }

    FileLedger(Path file) {
        this(file, new FileTail(file));
    }

    FileLedger(Path path, LedgerTail tail) {
        file = new LedgerFile(path, tail);
        state = file.open();
        findings = file.findings(state);
    }

    @Override
    public List<LedgerEntry> entries() {
        return file.entries(state);
    }

    @Override
    public Optional<Generation> active() {
        return state.last().map(LedgerEntry::generation);
    }

    @Override
    public Optional<Generation> activeBefore(long number) {
        return generation(state, other -> other != number);
    }

    @Override
    public List<Generation> generations() {
        TreeMap<Long, Generation> byNumber = new TreeMap<>();
        entries().forEach(entry -> byNumber.put(entry.generation().number(), entry.generation()));
        return List.copyOf(byNumber.values());
    }

    @Override
    public List<Generation> youngest(int most) {
        LedgerReading now = state;
        List<Long> numbers = now.numbers();
        return numbers.subList(Math.max(0, numbers.size() - most), numbers.size()).stream()
                .map(number -> generation(now, number::equals).orElseThrow())
                .toList();
    }

    @Override
    public Optional<Generation> find(long number) {
        return generation(state, other -> other == number);
    }

    private Optional<Generation> generation(LedgerReading reading, LongPredicate number) {
        OptionalInt line = reading.line(number);
        return line.isEmpty()
                ? Optional.empty()
                : Optional.of(entry(reading, line.getAsInt()).generation());
    }

    private LedgerEntry entry(LedgerReading reading, int line) {
        return reading.last().filter(last -> last.sequence() == line + 1L).orElseGet(() -> file.entry(reading, line));
    }

    @Override
    public long nextNumber() {
        return state.highest() + 1;
    }

    @Override
    public List<String> findings() {
        return findings;
    }

    @Override
    public LedgerEntry append(LedgerEntry.Act act, Generation generation, Instant at, String by, String reason) {
        synchronized (lock) {
            refuseUnfit(act, generation);
            LedgerReading before = state;
            LedgerEntry entry = LedgerLine.sealed(new LedgerEntry(
                    before.size() + 1L,
                    act,
                    at,
                    by,
                    reason,
                    generation,
                    before.last().map(LedgerEntry::hash).orElse(LedgerReading.START),
                    ""));
            state = file.append(before, entry);
            return entry;
        }
    }

    private void refuseUnfit(LedgerEntry.Act act, Generation generation) {
        if (act == LedgerEntry.Act.PROMOTED) {
            if (generation.number() != nextNumber()) {
                throw new IllegalArgumentException(
                        "number must be " + nextNumber() + " for a new generation, got " + generation.number());
            }
        } else if (!find(generation.number()).equals(Optional.of(generation))) {
            throw new IllegalArgumentException("generation " + generation.number()
                    + " must be in the ledger as it is asked back, got one that is not");
        }
    }

    private static Path ledgerFile(String directory) {
        if (directory == null || directory.isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        return Path.of(directory).toAbsolutePath().resolve("ledger").resolve("generations.jsonl");
    }
}
