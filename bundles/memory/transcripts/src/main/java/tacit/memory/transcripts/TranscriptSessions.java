package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.SearchIndex;
import tacit.api.recall.SessionRecall;
import tacit.api.recall.TranscriptHit;
import tacit.api.recall.TranscriptQuery;
import tacit.memory.words.Excerpt;

/** Ranks what was said in all sessions by how much of the query it holds, then by time. Stateless. */
@Component(property = Role.PROPERTY + "=session-recall")
public final class TranscriptSessions implements SessionRecall {

    static final int LONGEST_EXCERPT = 280;
    static final Comparator<TranscriptHit> BEST_FIRST = Comparator.comparingDouble(TranscriptHit::score)
            .thenComparing(TranscriptHit::at)
            .reversed()
            .thenComparing(TranscriptHit::id);

    private final IndexedPassages indexed;
    private final WorkspaceTranscripts transcripts;
    private final WorkspaceCheckpoints checkpoints;
    private final MemoryStore memories;

    @Activate
    public TranscriptSessions(
            @Reference SearchIndex index, @Reference WorkspaceFiles files, @Reference MemoryStore memories) {
        this.indexed = new IndexedPassages(index);
        this.transcripts = new WorkspaceTranscripts(files);
        this.checkpoints = new WorkspaceCheckpoints(files);
        this.memories = memories;
    }

    @Override
    public List<TranscriptHit> search(TranscriptQuery query) {
        if (query.text().isEmpty()) {
            return List.of();
        }
        Map<Passage, Match> matches = new LinkedHashMap<>();
        for (Passage passage : passages(query)) {
            Match match = Match.of(query.text(), passage.text());
            if (match.answers()) {
                matches.put(passage, match);
            }
        }
        // Of a long query every text holds little; what counts is how much that is among the others
        double most =
                matches.values().stream().mapToDouble(Match::coverage).max().orElse(1);
        Map<String, TranscriptHit> best = new LinkedHashMap<>();
        matches.forEach((passage, match) -> best.merge(
                passage.key(),
                hit(query, passage, match, most),
                (one, other) -> one.score() >= other.score() ? one : other));
        return best.values().stream().sorted(BEST_FIRST).limit(query.most()).toList();
    }

    private List<Passage> passages(TranscriptQuery query) {
        List<Passage> passages = new ArrayList<>();
        String workspace = query.scope().workspaceId();
        // The files of a workspace are for whoever is alone with the agent
        boolean alone = query.audience().maySee(Visibility.PRIVATE);
        if (alone && wants(query, Passage.SPAN)) {
            passages.addAll(transcripts.spans(workspace, query.taskId()));
        }
        if (wants(query, Passage.CHECKPOINT)) {
            List<Passage> stored = StoredPassages.of(memories, query);
            passages.addAll(stored);
            if (alone) {
                passages.addAll(without(stored, checkpoints.passages(workspace, query.taskId())));
            }
        }
        if (wants(query, Passage.MESSAGE)) {
            passages.addAll(indexed.find(query, List.of("message")));
        }
        return passages;
    }

    // Of a run with a state of its own, the file is an older one
    private static List<Passage> without(List<Passage> stored, List<Passage> files) {
        Set<String> runs = new HashSet<>();
        stored.forEach(passage -> runs.add(String.valueOf(passage.taskId())));
        return files.stream()
                .filter(file -> !runs.contains(String.valueOf(file.taskId())))
                .toList();
    }

    private static boolean wants(TranscriptQuery query, String source) {
        return query.types().isEmpty() || query.types().contains(source);
    }

    private static TranscriptHit hit(TranscriptQuery query, Passage passage, Match match, double most) {
        double coverage = most > 0 ? match.coverage() / most : 0;
        double score = (match.exact() ? 2 : 0) + coverage + 0.25 * Match.recency(passage.at(), query.now());
        return hit(query, passage, score, match.reason());
    }

    static TranscriptHit hit(TranscriptQuery query, Passage passage, double score, String reason) {
        return new TranscriptHit(
                passage.id(),
                passage.source(),
                passage.type(),
                passage.taskId(),
                passage.at(),
                Excerpt.of(passage.text(), query.text(), LONGEST_EXCERPT),
                passage.lane(),
                score,
                reason,
                passage.attributes());
    }
}
