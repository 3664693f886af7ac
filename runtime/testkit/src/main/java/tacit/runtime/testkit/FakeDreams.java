package tacit.runtime.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamCandidate;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamReview;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingDesk;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** One candidate, one run, and what was asked of them. */
public final class FakeDreams implements DreamReview, DreamingDesk {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final List<String> acts = new ArrayList<>();
    public boolean off;

    private static DreamCandidate candidate(DreamState state) {
        DreamDraft draft = new DreamDraft(
                "k",
                DreamAction.CURATED_REPLACE,
                "c1",
                "Monday",
                "Tuesday",
                "Said: \"Tuesday\"",
                0.84,
                List.of("span:t/s"));
        return new DreamCandidate(
                "dc1",
                "dr1",
                "default",
                null,
                draft,
                null,
                state,
                List.of(new DreamCandidate.Quote("span:t/s", DreamEvidence.Kind.SPAN, "On Tuesday", NOON)),
                null,
                null,
                null,
                NOON,
                NOON,
                null,
                null);
    }

    private DreamCandidate did(String act, DreamState next) {
        if (off) {
            throw new IllegalStateException("Candidate 'dc1' is applied and cannot be changed");
        }
        acts.add(act);
        return candidate(next);
    }

    @Override
    public Page<DreamRun> runs(Scope scope, DreamRun.@Nullable Status status, PageRequest page) {
        DreamRun run = new DreamRun(
                "dr1",
                "default",
                "p1",
                DreamRun.ScopeKind.WORKSPACE,
                "default",
                DreamRun.Status.COMPLETED,
                Trigger.MANUAL,
                null,
                null,
                "1 proposed",
                4,
                1,
                2,
                3,
                null,
                NOON,
                NOON);
        return new Page<>(List.of(run), 0, 1);
    }

    @Override
    public Optional<DreamRun> run(Scope scope, String id) {
        return runs(scope, null, PageRequest.first(1)).rows().stream()
                .filter(run -> run.id().equals(id))
                .findFirst();
    }

    @Override
    public Page<DreamCandidate> list(Scope scope, Filter filter, PageRequest page) {
        acts.add("list " + scope.workspaceId() + " " + scope.userId() + " " + filter.state());
        return new Page<>(List.of(candidate(DreamState.PROPOSED)), 0, 1);
    }

    @Override
    public Optional<DreamCandidate> find(Scope scope, String id) {
        return Optional.of(candidate(DreamState.PROPOSED))
                .filter(one -> one.id().equals(id));
    }

    @Override
    public DreamCandidate accept(Scope scope, String id, String by) {
        return did("accept " + id + " " + by, DreamState.APPLIED);
    }

    @Override
    public DreamCandidate edit(Scope scope, String id, String proposedValue, String by) {
        return did("edit " + id + " " + proposedValue, DreamState.PROPOSED);
    }

    @Override
    public DreamCandidate reject(Scope scope, String id, String by, @Nullable String reason) {
        return did("reject " + id + " " + reason, DreamState.REJECTED);
    }

    @Override
    public DreamCandidate archive(Scope scope, String id, String by) {
        return did("archive " + id, DreamState.ARCHIVED);
    }

    @Override
    public DreamCandidate undo(Scope scope, String id, String by) {
        return did("undo " + id, DreamState.UNDONE);
    }

    @Override
    public boolean pressed(String workspaceId) {
        return false;
    }

    @Override
    public Optional<DreamingResult> dream(
            String profileId,
            String workspaceId,
            Trigger trigger,
            @Nullable String reference,
            @Nullable String instructions) {
        acts.add("dream " + profileId + " " + workspaceId + " " + trigger + " " + instructions);
        return off ? Optional.empty() : Optional.of(new DreamingResult("dr1", "completed", 2));
    }
}
