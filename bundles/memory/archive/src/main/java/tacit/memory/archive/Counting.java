package tacit.memory.archive;

import java.util.stream.Stream;
import tacit.api.memory.ArchiveStats;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.memory.words.Tokens;

/** Counts what the archive holds. Confined to one thread. */
final class Counting {

    private long count;
    private long tokens;
    private long storedTokens;
    private long compressed;
    private long putAside;
    private long characters;

    private Counting() {}

    static ArchiveStats of(Stream<MemoryRecord> records) {
        Counting counting = new Counting();
        records.forEach(counting::add);
        return counting.stats();
    }

    static long characters(MemoryRecord record) {
        return (long) record.text().length()
                + record.attribute(Fields.SUMMARY).orElse("").length();
    }

    private void add(MemoryRecord record) {
        count++;
        int whole = record.attribute(Fields.TOKENS).map(Integer::parseInt).orElseGet(() -> Tokens.of(record.text()));
        tokens += whole;
        storedTokens +=
                record.attribute(Fields.SUMMARY_TOKENS).map(Integer::parseInt).orElse(whole);
        compressed += record.attributes().containsKey(Fields.SUMMARY) ? 1 : 0;
        putAside += record.state() == MemoryState.ARCHIVED ? 1 : 0;
        characters += characters(record);
    }

    private ArchiveStats stats() {
        double ratio = count == 0 ? 0 : (double) compressed / count;
        return new ArchiveStats(count, tokens, storedTokens, compressed, ratio, putAside, characters);
    }
}
