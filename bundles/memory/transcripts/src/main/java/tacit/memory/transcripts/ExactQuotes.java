package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.QuoteRecall;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;
import tacit.memory.words.MarkedBlock;
import tacit.memory.words.Secrets;

/** Ranks quotes: what holds the whole query first, then by its words; only then it counts who said it. Stateless. */
@Component(property = Role.PROPERTY + "=quote-recall")
public final class ExactQuotes implements QuoteRecall {

    private static final Map<String, Double> PRIORITY =
            Map.of(Passage.SPAN, 4.5, Passage.MESSAGE, 4.1, Passage.NOTE, 2.8, Passage.MEMORY, 2.5);
    private static final double EXACT = 20;
    private static final double WORDS = 10;
    /** Less than the least distance of two sources. */
    private static final double UPSTREAM = 0.25;

    private static final MarkedBlock OF_MEMORIES = new MarkedBlock(CuratedMemory.BLOCK_BEGIN, CuratedMemory.BLOCK_END);
    private static final MarkedBlock OF_TOPICS = new MarkedBlock(TopicPacks.BLOCK_BEGIN, TopicPacks.BLOCK_END);

    private static final int MOST_BYTES = 2 << 20;
    private static final int LINES = 8;

    private final IndexedPassages indexed;
    private final WorkspaceTranscripts transcripts;
    private final WorkspaceFiles files;

    @Activate
    public ExactQuotes(@Reference SearchIndex index, @Reference WorkspaceFiles files) {
        this.indexed = new IndexedPassages(index);
        this.transcripts = new WorkspaceTranscripts(files);
        this.files = files;
    }

    @Override
    public List<TranscriptHit> search(TranscriptQuery query) {
        if (query.text().isEmpty()) {
            return List.of();
        }
        Map<String, TranscriptHit> best = new LinkedHashMap<>();
        for (Passage passage : passages(query)) {
            Match match = Match.of(query.text(), passage.text());
            if (match.answers()) {
                best.merge(
                        passage.key(),
                        hit(query, passage, match),
                        (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(TranscriptSessions.BEST_FIRST)
                .limit(query.most())
                .toList();
    }

    private List<Passage> passages(TranscriptQuery query) {
        List<Passage> passages = new ArrayList<>();
        if (wants(query, Passage.SPAN) && query.audience().maySee(Visibility.PRIVATE)) {
            passages.addAll(transcripts.spans(query.scope().workspaceId(), query.taskId()));
        }
        List<String> types = new ArrayList<>();
        add(types, query, Passage.MESSAGE, "message");
        add(types, query, Passage.NOTE, "workspace_note");
        add(types, query, Passage.MEMORY, "memory");
        Map<String, Optional<List<String>>> notes = new HashMap<>();
        for (Passage passage : indexed.find(query, types)) {
            passages.add(passage.source().equals(Passage.NOTE) ? reread(query, passage, notes) : passage);
        }
        return passages;
    }

    private static void add(List<String> types, TranscriptQuery query, String source, String type) {
        if (wants(query, source)) {
            types.add(type);
        }
    }

    private static boolean wants(TranscriptQuery query, String source) {
        return query.types().isEmpty() || query.types().contains(source);
    }

    /** The lines as they stand in the file now; as they were indexed where that is not there. */
    private Passage reread(TranscriptQuery query, Passage note, Map<String, Optional<List<String>>> notes) {
        String path = note.attributes().get("path");
        String start = note.attributes().get("start_line");
        if (path == null || start == null || !start.matches("\\d{1,7}")) {
            return note;
        }
        String workspace = query.scope().workspaceId();
        return notes.computeIfAbsent(path, any -> shown(workspace, path))
                .map(lines ->
                        lines(lines, Integer.parseInt(start), note.attributes().get("end_line")))
                .filter(text -> !text.isBlank())
                .map(text -> new Passage(
                        note.id(),
                        note.source(),
                        note.type(),
                        note.taskId(),
                        note.at(),
                        text,
                        note.lane(),
                        note.upstream(),
                        note.attributes()))
                .orElse(note);
    }

    /** What may be found, as the notes were indexed: no secrets, and nothing that the host itself wrote there. */
    private Optional<List<String>> shown(String workspace, String path) {
        return files.read(workspace, path, MOST_BYTES)
                .or(() -> files.read(workspace, ".cowork/" + path, MOST_BYTES))
                .map(file -> OF_TOPICS.blanked(OF_MEMORIES.blanked(Secrets.redactedInLines(file.text()))))
                .map(text -> text.lines().toList());
    }

    private static String lines(List<String> lines, int start, @Nullable String end) {
        int last = end != null && end.matches("\\d{1,7}") ? Integer.parseInt(end) : start + LINES - 1;
        int from = Math.min(Math.max(0, start - 1), lines.size());
        return String.join("\n", lines.subList(from, Math.max(from, Math.min(last, lines.size()))));
    }

    private static TranscriptHit hit(TranscriptQuery query, Passage passage, Match match) {
        double priority = PRIORITY.getOrDefault(passage.source(), 1.0);
        double recency = Match.recency(passage.at(), query.now());
        double score = (match.exact() ? EXACT : 0)
                + WORDS * match.coverage()
                + priority
                + UPSTREAM * passage.upstream()
                + recency;
        String reason = match.reason()
                + String.format(
                        Locale.ROOT,
                        "; source %.1f; found with %.2f; recency %.2f",
                        priority,
                        passage.upstream(),
                        recency);
        return TranscriptSessions.hit(query, passage, score, reason);
    }
}
