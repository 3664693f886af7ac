package tacit.memory.recall.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.trace.Attribute;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;

/**
 * Makes documents of a run: what was said, the task, and the files that its tools were called with. A document keeps its id
 * while the run grows. All of it is for the user alone, since nobody said that others may see it.
 */
final class TraceDocuments {

    static final String MESSAGE = "message";
    static final String TASK = "task";
    static final String FILE = "file";
    static final List<String> TYPES = List.of(MESSAGE, TASK, FILE);

    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_TITLE = 120;

    private final Trace trace;
    private final RecordedTrace recorded;
    private final List<Said> said;

    private TraceDocuments(RecordedTrace recorded) {
        this.recorded = recorded;
        this.trace = recorded.trace();
        this.said = Conversation.of(recorded);
    }

    /** The documents of a run; none of what Tacit did itself. */
    static List<SearchDocument> of(RecordedTrace recorded) {
        if (isOwn(recorded.trace())) {
            return List.of();
        }
        TraceDocuments run = new TraceDocuments(recorded);
        List<SearchDocument> all = new ArrayList<>(run.task());
        all.addAll(run.messages());
        all.addAll(run.files());
        return all;
    }

    /** Whether Tacit did it itself, or put it there. */
    static boolean isOwn(Trace trace) {
        return Boolean.TRUE.equals(trace.attributes().get(Attribute.OWN_RUN))
                || Boolean.TRUE.equals(trace.attributes().get(Attribute.INJECTED));
    }

    static String group(Trace trace) {
        return "session:" + trace.sessionId();
    }

    /** How the groups of the files of a run begin; the rest of each has no slash in it. */
    static String filesOf(String traceId) {
        return FILE + ":" + traceId + "/";
    }

    private List<SearchDocument> messages() {
        List<SearchDocument> messages = new ArrayList<>();
        long first = Math.max(0, start().toEpochMilli());
        for (Said one : said) {
            Instant at = Objects.requireNonNullElse(one.at(), start());
            SortedMap<String, String> attributes = attributes(one.spanId());
            attributes.put("role", one.role());
            String id = MESSAGE + ":" + trace.id() + "/" + digest(one.key());
            messages.add(document(
                    new Piece(id, MESSAGE, group(trace), first + messages.size(), at, one.speaker(), "", lane(one)),
                    one.text(),
                    attributes));
        }
        return messages;
    }

    private static TrustLane lane(Said said) {
        return switch (said.role()) {
            case Said.USER -> TrustLane.STATEMENT;
            case Said.ASSISTANT -> TrustLane.INFERENCE;
            default -> TrustLane.FOREIGN;
        };
    }

    private List<SearchDocument> task() {
        String prompt = firstOf(Said.USER);
        String result = lastOf(Said.ASSISTANT);
        String text = (prompt + "\n" + result).strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String title = trace.text("title").orElse(prompt.isEmpty() ? result : prompt);
        SortedMap<String, String> attributes = attributes("");
        attributes.put("status", trace.status().name());
        attributes.put("outcome", trace.outcome().label().name());
        String id = TASK + ":" + trace.id();
        Instant at = trace.endedAt() == null ? start() : trace.endedAt();
        return List.of(
                document(new Piece(id, TASK, id, 0, at, "", line(title), TrustLane.INFERENCE), text, attributes));
    }

    private List<SearchDocument> files() {
        Map<String, SearchDocument> byPath = new LinkedHashMap<>();
        for (Span span : recorded.spans()) {
            Instant at = Objects.requireNonNullElse(span.startedAt(), start());
            for (String path : TouchedFiles.of(span)) {
                SortedMap<String, String> attributes = attributes(span.id());
                attributes.put("path", path);
                span.tool().ifPresent(tool -> attributes.put("tool", tool));
                String id = filesOf(trace.id()) + digest(path);
                String name = path.substring(path.lastIndexOf('/') + 1);
                byPath.put(
                        path,
                        document(
                                new Piece(
                                        id,
                                        FILE,
                                        id,
                                        Math.max(0, at.toEpochMilli()),
                                        at,
                                        "",
                                        path,
                                        TrustLane.INFERENCE),
                                name + " " + path + " "
                                        + path.replaceAll("[/._-]+", " ").strip(),
                                attributes));
            }
        }
        return List.copyOf(byPath.values());
    }

    private record Piece(
            String id,
            String type,
            String group,
            long position,
            Instant at,
            String speaker,
            String title,
            TrustLane lane) {}

    private SearchDocument document(Piece piece, String text, SortedMap<String, String> attributes) {
        return new SearchDocument(
                piece.id(),
                piece.type(),
                trace.workspaceId(),
                trace.userId(),
                piece.group(),
                piece.position(),
                piece.at(),
                piece.speaker(),
                piece.title(),
                cut(text, LONGEST_TEXT),
                Visibility.PRIVATE,
                piece.lane(),
                attributes);
    }

    private SortedMap<String, String> attributes(String spanId) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("trace", trace.id());
        attributes.put("session", trace.sessionId());
        if (!spanId.isEmpty()) {
            attributes.put("span", spanId);
        }
        putIfKnown(attributes, "agent", trace.agent());
        putIfKnown(attributes, "channel", trace.channel());
        return attributes;
    }

    private static void putIfKnown(SortedMap<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private Instant start() {
        return Objects.requireNonNullElse(trace.startedAt(), Instant.EPOCH);
    }

    private String firstOf(String role) {
        return said.stream()
                .filter(one -> one.role().equals(role))
                .map(Said::text)
                .findFirst()
                .orElse("");
    }

    private String lastOf(String role) {
        return said.stream()
                .filter(one -> one.role().equals(role))
                .reduce((earlier, later) -> later)
                .map(Said::text)
                .orElse("");
    }

    private static String line(String title) {
        return cut(title.strip().lines().findFirst().orElse(""), LONGEST_TITLE);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
