package tacit.pulse.dreaming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.Dream;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamEntry;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamingSituation;

/** What is proposed so far of one situation, one draft of each fact. Confined to one dream. */
final class Sketch {

    private static final int LONGEST_KEY = 300;
    private static final int MOST_EVIDENCE = 24;
    private static final int LONGEST_REASON = 120;
    private static final int MOST_DROPPED = 40;

    private final DreamingSituation situation;
    private final List<Line> lines;
    private final Map<String, DreamEvidence> evidence = new HashMap<>();
    private final Map<String, DreamDraft> drafts = new LinkedHashMap<>();
    private final Set<Line> spent = new HashSet<>();
    private final List<String> dropped = new ArrayList<>();

    Sketch(DreamingSituation situation) {
        this.situation = situation;
        lines = Line.in(situation.evidence());
        situation.evidence().forEach(one -> evidence.putIfAbsent(one.id(), one));
        for (DreamEntry entry : situation.entries()) {
            evidence.putIfAbsent(id(entry), seen(entry));
        }
    }

    /** An entry as evidence of what it says. */
    static String id(DreamEntry entry) {
        return "memory:" + entry.id();
    }

    private static DreamEvidence seen(DreamEntry entry) {
        return new DreamEvidence(
                id(entry),
                DreamEvidence.Kind.OBSERVATION,
                entry.text(),
                entry.at(),
                TrustLane.INFERENCE,
                new TreeMap<>());
    }

    DreamingSituation situation() {
        return situation;
    }

    /** Sentences that no rule has taken yet. */
    List<Line> lines() {
        return lines.stream().filter(line -> !spent.contains(line)).toList();
    }

    /** All sentences. */
    List<Line> all() {
        return lines;
    }

    /** Entries that may be changed by this dream: a user's words never change what belongs to everybody. */
    List<DreamEntry> changeable() {
        return situation.entries().stream()
                .filter(entry -> situation.userId() == null || !entry.shared())
                .toList();
    }

    /** Takes a sentence, so that no further rule does. */
    void spend(Line line) {
        spent.add(line);
    }

    void drop(String what, String reason) {
        if (dropped.size() < MOST_DROPPED) {
            dropped.add(Words.bounded(what, LONGEST_REASON) + ": " + reason);
        }
    }

    /** Proposes something on a sentence. */
    void propose(
            DreamAction action,
            String key,
            @Nullable String subjectId,
            @Nullable String current,
            String proposed,
            double confidence,
            Line line) {
        spend(line);
        propose(
                action,
                key,
                subjectId,
                current,
                proposed,
                "Said: " + line.quoted(),
                confidence,
                List.of(line.evidence().id()));
    }

    /** Proposes something; on the same fact the newest words win, and the evidence is joined. */
    void propose(
            DreamAction action,
            String key,
            @Nullable String subjectId,
            @Nullable String current,
            String proposed,
            String rationale,
            double confidence,
            List<String> from) {
        List<String> known = from.stream()
                .filter(evidence::containsKey)
                .distinct()
                .limit(MOST_EVIDENCE)
                .toList();
        if (known.isEmpty()) {
            drop(proposed, "no evidence");
            return;
        }
        DreamDraft fresh = new DreamDraft(
                Words.bounded(key, LONGEST_KEY),
                action,
                subjectId,
                current == null ? null : Words.bounded(current, DreamDraft.LONGEST_VALUE),
                Words.bounded(proposed, DreamDraft.LONGEST_VALUE),
                Words.bounded(rationale, DreamDraft.LONGEST_RATIONALE),
                confidence,
                known);
        drafts.merge(fresh.key(), fresh, this::joined);
    }

    private DreamDraft joined(DreamDraft before, DreamDraft fresh) {
        DreamDraft words = newest(fresh).isAfter(newest(before)) ? fresh : before;
        Set<String> all = new LinkedHashSet<>(before.evidence());
        all.addAll(fresh.evidence());
        return new DreamDraft(
                words.key(),
                words.action(),
                words.subjectId(),
                words.currentValue(),
                words.proposedValue(),
                words.rationale(),
                Math.max(before.confidence(), fresh.confidence()),
                all.stream().limit(MOST_EVIDENCE).toList());
    }

    private Instant newest(DreamDraft draft) {
        return draft.evidence().stream()
                .map(this::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private Instant at(String id) {
        DreamEvidence one = evidence.get(id);
        return one == null ? Instant.MIN : one.at();
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    /** What is left after what people decided before, the surest first. */
    Dream done(int most, double floor) {
        List<DreamDraft> left = new ArrayList<>();
        drafts.values().stream()
                .sorted(Comparator.comparingDouble(DreamDraft::confidence)
                        .reversed()
                        .thenComparing(DreamDraft::key))
                .forEach(draft -> {
                    String reason = reason(draft, left.size() >= most, floor);
                    if (reason.isEmpty()) {
                        left.add(draft);
                    } else {
                        drop(draft.action().word() + " " + draft.proposedValue(), reason);
                    }
                });
        return new Dream(left, dropped);
    }

    private String reason(DreamDraft draft, boolean full, double floor) {
        if (draft.confidence() < floor) {
            return "confidence " + draft.confidence() + " below " + floor;
        }
        List<DreamEvidence> of = draft.evidence().stream()
                .map(evidence::get)
                .filter(one -> one != null)
                .toList();
        for (DreamFate fate : situation.fates()) {
            if (fate.key().equals(draft.key()) && fate.bars(of)) {
                return fate.state().word() + " before, and nothing newer of another kind says so";
            }
        }
        return full ? "more than are proposed at once" : "";
    }
}
