package tacit.memory.distill;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.MemoryCandidate;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryEffects.Kept;
import tacit.api.memory.MemoryEffects.Promotion;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/** What was found with what became of it, and what should be done with it. Immutable. */
record Weighed(String workspaceId, Found found, MemoryCandidate candidate) {

    Kept kept(Known known) {
        boolean personal = found.scope().reach() == Reach.USER;
        MemoryDraft draft = new MemoryDraft(
                workspaceId,
                Known.LAYER,
                kind(),
                found.scope().id().isEmpty() ? workspaceId : found.scope().id(),
                found.text(),
                found.scope(),
                personal ? Visibility.PRIVATE : Visibility.SHARED,
                found.lane(),
                found.evidence(),
                found.confidence(),
                null,
                null,
                candidate.key(),
                new TreeMap<>(Map.of(
                        Known.DISTILLED,
                        Known.YES,
                        "origin",
                        "system",
                        "type",
                        name(found.type()),
                        "explicit",
                        String.valueOf(found.explicit()),
                        "stability",
                        String.valueOf(candidate.stability()),
                        "trace",
                        found.runs().get(0))));
        return new Kept(draft, known.corrected(found).orElse(null), found.runs());
    }

    /** An entry for the curated memory; none for what reaches less far than a workspace, and for words of a tool. */
    Optional<Promotion> promotion() {
        Optional<String> kind = curatedKind();
        boolean fits = found.scope().reach() == Reach.USER || found.scope().equals(MemoryScope.WORKSPACE);
        if (kind.isEmpty() || !fits || found.lane() == TrustLane.FOREIGN) {
            return Optional.empty();
        }
        boolean personal = found.scope().reach() == Reach.USER;
        CurationRequest request = new CurationRequest(
                workspaceId,
                personal ? found.scope().id() : null,
                CurationRequest.Action.ADD,
                personal ? Target.USER : Target.WORKSPACE,
                kind.get(),
                null,
                found.text(),
                null,
                "Distilled from " + found.runs().size() + (found.runs().size() == 1 ? " run" : " runs"),
                found.runs().get(0),
                MemoryWrite.Origin.DISTILL,
                found.evidence());
        return Optional.of(new Promotion(request, found.confidence(), found.runs()));
    }

    private String kind() {
        return switch (found.type()) {
            case PREFERENCE -> "preference";
            case CONSTRAINT -> "constraint";
            case CORRECTION -> "correction_rule";
            case PATTERN, RECURRING_TASK -> "workflow_pattern";
            case WATCH_ITEM, NOTE -> "observation";
        };
    }

    private Optional<String> curatedKind() {
        return switch (found.type()) {
            case PREFERENCE -> Optional.of("preference");
            case CONSTRAINT, CORRECTION -> Optional.of("constraint");
            case PATTERN, RECURRING_TASK -> Optional.of("workflow_rule");
            case WATCH_ITEM, NOTE -> Optional.empty();
        };
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
