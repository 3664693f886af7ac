package tacit.memory.durable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.MemoryRecord;

/**
 * How far the conversation of a run is kept: counts and digests, no words. Immutable.
 *
 * @param recordId of its memory
 * @param id begins with {@code dcc_}
 * @param taskId the run
 * @param count how many messages
 * @param length how many characters
 * @param chain stands for all messages in their order
 * @param last stands for the last message
 */
record Conversation(String recordId, String id, String taskId, long count, long length, String chain, String last) {

    static final String KIND = "conversation";

    /** Before any message. */
    static Conversation begun(MemoryRecord record) {
        return new Conversation(
                record.id(),
                record.attributes().getOrDefault("id", ""),
                record.attributes().getOrDefault("task", ""),
                number(record, "count"),
                number(record, "length"),
                record.attributes().getOrDefault("chain", ""),
                record.attributes().getOrDefault("last", ""));
    }

    private static long number(MemoryRecord record, String name) {
        return Long.parseLong(record.attributes().getOrDefault(name, "0"));
    }

    /** With one more message, as its digest and its length. */
    Conversation with(String hash, long characters) {
        return new Conversation(recordId, id, taskId, count + 1, length + characters, Names.hash(chain, hash), hash);
    }

    /** What stands for the messages when these follow what the chain stands for. */
    static String chain(String begin, List<Line> lines) {
        String chain = begin;
        for (Line line : lines) {
            chain = Names.hash(chain, line.hash());
        }
        return chain;
    }

    SortedMap<String, String> progress() {
        return new TreeMap<>(
                Map.of("count", String.valueOf(count), "length", String.valueOf(length), "chain", chain, "last", last));
    }
}
