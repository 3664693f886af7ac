package tacit.memory.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tacit.api.memory.MemoryRecord;

/**
 * Finds which lines of a conversation are kept already, with a number of questions that does not depend on its length: a chain
 * of digests stands for all messages up to each one. Confined to one call.
 */
final class Alignment {

    /** Of a line that is not kept. */
    static final long NEW = -1;

    /** Of a line before which a part is missing: too far from both ends to be looked up, and taken for one that is kept. */
    static final long SOMEWHERE = -2;

    /** So many lines in the middle are looked up one by one, where a part of the conversation is missing before them. */
    private static final int LOOKED_UP = 32;

    private static final int STARTS = 20;
    private static final int NONE = -1;

    private final Run run;
    private final Conversation conversation;
    private final int tail;

    Alignment(Run run, Conversation conversation, int tail) {
        this.run = run;
        this.conversation = conversation;
        this.tail = tail;
    }

    /** The place of each line; {@link #NEW} for those that are not kept. */
    List<Long> places(List<Line> lines) {
        List<Long> places = new ArrayList<>();
        lines.forEach(line -> places.add(NEW));
        if (conversation.count() > 0
                && !lines.isEmpty()
                && !fromTheBegin(lines, places)
                && !upToTheLast(lines, places)) {
            inTheMiddle(lines, places);
        }
        return places;
    }

    private boolean fromTheBegin(List<Line> lines, List<Long> places) {
        if (lines.size() < conversation.count()) {
            return false;
        }
        int count = (int) conversation.count();
        boolean same = Conversation.chain("", lines.subList(0, count)).equals(conversation.chain());
        if (same) {
            fill(places, 0, count, 0);
        }
        return same;
    }

    /** The begin is another one, such as after a compaction, and the end is known. */
    private boolean upToTheLast(List<Line> lines, List<Long> places) {
        List<MemoryRecord> last = lines.stream().anyMatch(line -> line.hash().equals(conversation.last()))
                ? run.list(List.of(Run.MESSAGE), Map.of("conversation", conversation.id()), Math.max(1, tail))
                : List.of();
        int end = NONE;
        int longest = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            int same = lines.get(i).hash().equals(conversation.last()) ? same(lines, i, last) : 0;
            if (same > longest) {
                end = i;
                longest = same;
            }
        }
        if (end == NONE) {
            return false;
        }
        int begin = end + 1 - longest;
        fill(places, begin, end + 1, conversation.count() - longest);
        lookUp(lines, places, begin);
        return true;
    }

    private static int same(List<Line> lines, int end, List<MemoryRecord> last) {
        int same = 1;
        while (same < last.size()
                && same <= end
                && lines.get(end - same)
                        .hash()
                        .equals(last.get(same).attributes().get("hash"))) {
            same++;
        }
        return same;
    }

    private void lookUp(List<Line> lines, List<Long> places, int end) {
        for (int i = 0; i < end; i++) {
            if (i >= LOOKED_UP) {
                places.set(i, SOMEWHERE);
            } else {
                List<MemoryRecord> known = withHash(lines.get(i), 1);
                places.set(i, known.isEmpty() ? NEW : sequence(known.get(0)));
            }
        }
    }

    /** A part of what is kept, such as what a compaction removes; what follows the last message is new. */
    private void inTheMiddle(List<Line> lines, List<Long> places) {
        for (MemoryRecord start : withHash(lines.get(0), STARTS)) {
            long first = sequence(start);
            int count = (int) Math.min(lines.size(), conversation.count() - first);
            String begin = start.attributes().getOrDefault("chain", "");
            if (ends(Conversation.chain(begin, lines.subList(1, count)), first + count, count)) {
                fill(places, 0, count, first);
                return;
            }
        }
    }

    private boolean ends(String chain, long end, int count) {
        if (count == 1) {
            return true;
        }
        return end == conversation.count()
                ? chain.equals(conversation.chain())
                : !run.list(List.of(Run.MESSAGE), Map.of("conversation", conversation.id(), "chain", chain), 1)
                        .isEmpty();
    }

    private List<MemoryRecord> withHash(Line line, int most) {
        return run.list(List.of(Run.MESSAGE), Map.of("conversation", conversation.id(), "hash", line.hash()), most);
    }

    private static long sequence(MemoryRecord message) {
        return Long.parseLong(message.attributes().getOrDefault("seq", "0"));
    }

    private static void fill(List<Long> places, int from, int to, long first) {
        for (int i = from; i < to; i++) {
            places.set(i, first + i - from);
        }
    }
}
