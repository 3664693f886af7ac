package tacit.memory.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.memory.words.Tokens;

/** Keeps lines behind those that are kept. Confined to one call. */
final class Recording {

    /** Leaves room for the marks that stand for secrets within the longest text of a memory. */
    private static final int LONGEST_WHOLE = 80_000;

    private static final int LONGEST_BEGIN = 1_200;

    private final Run run;
    private final Visibility visibility;
    private final int payloadTokens;
    private final List<Long> sequences = new ArrayList<>();
    private Conversation conversation;
    private int added;

    Recording(Run run, Conversation conversation, Visibility visibility, int payloadTokens) {
        this.run = run;
        this.conversation = conversation;
        this.visibility = visibility;
        this.payloadTokens = payloadTokens;
    }

    /**
     * Keeps the lines that are new.
     *
     * @param places of the lines, as {@link Alignment} found them
     */
    void keep(List<Line> lines, List<Long> places) {
        for (int i = 0; i < lines.size(); i++) {
            long place = places.get(i);
            sequences.add(place == Alignment.NEW ? keep(lines.get(i)) : place);
        }
        if (added > 0) {
            run.advance(conversation);
        }
    }

    /** How far the conversation is kept now. */
    Conversation conversation() {
        return conversation;
    }

    /** How many were new. */
    int added() {
        return added;
    }

    /** The places of all lines now. */
    List<Long> sequences() {
        return List.copyOf(sequences);
    }

    // A place that somebody else took meanwhile holds what they said; the same words there are this line
    private long keep(Line line) {
        while (true) {
            long sequence = conversation.count();
            MemoryStore.Stored stored = store(line, sequence);
            String hash = stored.record().attributes().getOrDefault("hash", line.hash());
            conversation = conversation.with(hash, line.text().length());
            if (stored.added() || hash.equals(line.hash())) {
                added++;
                return sequence;
            }
        }
    }

    private MemoryStore.Stored store(Line line, long sequence) {
        String id = Names.id(Names.MESSAGE, conversation.id(), String.valueOf(sequence), line.hash());
        SortedMap<String, String> attributes = attributes(line, sequence);
        attributes.put("id", id);
        attributes.put("hash", line.hash());
        attributes.put("chain", Names.hash(conversation.chain(), line.hash()));
        String text = line.text();
        if (Tokens.of(text) > payloadTokens || text.length() > LONGEST_WHOLE) {
            String payload = Names.id(Names.PAYLOAD, id);
            attributes.put("payload", payload);
            attributes.put("characters", String.valueOf(text.length()));
            storeApart(line, sequence, id, payload);
            text = "[payload " + payload + " of " + text.length() + " characters] " + Parts.begin(text, LONGEST_BEGIN);
        }
        return add(Run.MESSAGE, text, line.lane(), conversation.id() + "/" + sequence, attributes, line);
    }

    private void storeApart(Line line, long sequence, String message, String payload) {
        List<String> parts = Parts.of(line.text());
        for (int i = 0; i < parts.size(); i++) {
            SortedMap<String, String> attributes = attributes(line, sequence);
            attributes.put("message", message);
            attributes.put("payload", payload);
            attributes.put("part", String.valueOf(i));
            attributes.put("parts", String.valueOf(parts.size()));
            add(Run.PAYLOAD, parts.get(i), line.lane(), payload + "/" + i, attributes, line);
        }
    }

    private SortedMap<String, String> attributes(Line line, long sequence) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("conversation", conversation.id());
        attributes.put("task", run.taskId);
        attributes.put("seq", String.valueOf(sequence));
        attributes.put("role", line.role());
        attributes.put("tool", String.valueOf(line.tool()));
        if (line.at() != null) {
            attributes.put("at", line.at().toString());
        }
        return attributes;
    }

    // Where it stands in the conversation: what is said again after it was taken away is another message
    private MemoryStore.Stored add(
            String kind, String text, TrustLane lane, String key, SortedMap<String, String> attributes, Line line) {
        int begin = (int) Math.min(Integer.MAX_VALUE, conversation.length());
        int end = (int)
                Math.min(Integer.MAX_VALUE, conversation.length() + line.text().length());
        return run.store.add(run.draft(
                new Run.Draft(kind, text, visibility, lane, key, attributes),
                List.of(new Evidence(Evidence.Kind.MEMORY, conversation.recordId(), begin, end))));
    }
}
