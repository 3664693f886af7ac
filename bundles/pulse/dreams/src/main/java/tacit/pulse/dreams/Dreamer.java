package tacit.pulse.dreams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.Dream;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamRun;
import tacit.api.reflect.DreamingDesk.Trigger;
import tacit.api.reflect.DreamingService;
import tacit.api.reflect.DreamingSituation;
import tacit.api.store.Scope;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.TraceStore;

/** Asks the active dreaming about each owner's evidence by itself, and puts into the queue what it proposes. Thread-safe. */
final class Dreamer {

    private static final int LONGEST_PROMPT = 500;
    private static final int LONGEST_REASON = 200;

    private final CoreParts core;
    private final Memories memories;
    private final Gathering gathering;
    private final Proposing proposing;
    private final TraceStore traces;
    private final int mostUsers;

    Dreamer(
            CoreParts core,
            Memories memories,
            Gathering gathering,
            Proposing proposing,
            TraceStore traces,
            int mostUsers) {
        this.core = core;
        this.memories = memories;
        this.gathering = gathering;
        this.proposing = proposing;
        this.traces = traces;
        this.mostUsers = mostUsers;
    }

    /** Counts what comes of a run; what was not proposed is added to the reasons. */
    void dream(DreamRun run, String instructions, Instant now, Tally tally, List<String> whyNot) {
        DreamingService role = Memories.needed(memories.dreaming, "dreaming");
        Optional<RecordedTrace> task = task(run);
        String words = instructions.isEmpty() ? task.map(Dreamer::prompt).orElse("") : instructions;
        for (String owner : owners(run, task)) {
            Gathering.Wish wish = new Gathering.Wish(
                    run.workspaceId(),
                    owner.isEmpty() ? null : owner,
                    run.trigger() == Trigger.TASK_COMPLETION ? run.reference() : null,
                    words,
                    now);
            DreamingSituation situation =
                    gathering.gather(wish, proposing.fates(wish.workspaceId(), wish.owner()), whyNot);
            tally.evidence += situation.evidence().size();
            dream(role, run, situation, tally, whyNot);
        }
    }

    private void dream(
            DreamingService role, DreamRun run, DreamingSituation situation, Tally tally, List<String> whyNot) {
        Dream dream = role.dream(situation);
        whyNot.addAll(dream.dropped());
        tally.dropped += dream.dropped().size();
        for (DreamDraft draft : dream.drafts()) {
            String off = core.off();
            Proposing.Became became =
                    off.isEmpty() ? proposing.propose(run.id(), situation, draft) : Proposing.Became.dropped(off);
            switch (became.fate()) {
                case PROPOSED -> {
                    tally.proposed++;
                    tally.given.add(became.candidate());
                }
                case MERGED -> {
                    tally.merged++;
                    tally.given.add(became.candidate());
                }
                case DROPPED -> {
                    tally.dropped++;
                    whyNot.add(Gathering.bounded(draft.action().word() + " " + draft.proposedValue(), LONGEST_REASON)
                            + ": " + became.reason());
                }
            }
        }
    }

    private Optional<RecordedTrace> task(DreamRun run) {
        String reference = run.reference();
        return reference == null || run.trigger() == Trigger.HEARTBEAT
                ? Optional.empty()
                : traces.find(Scope.ofWorkspace(run.workspaceId()), reference);
    }

    /** Everybody, and then users, each alone. */
    private List<String> owners(DreamRun run, Optional<RecordedTrace> task) {
        List<String> owners = new ArrayList<>(List.of(CandidateRows.NOBODY));
        @Nullable String user = task.map(one -> one.trace().userId()).orElse(null);
        if (user != null) {
            owners.add(user);
        } else if (task.isEmpty()) {
            owners.addAll(gathering.users(run.workspaceId(), mostUsers));
        }
        return owners;
    }

    private static String prompt(RecordedTrace task) {
        for (Span span : task.spans()) {
            List<String> said = Messages.ofUser(span);
            if (!said.isEmpty()) {
                return Gathering.bounded(said.get(0), LONGEST_PROMPT);
            }
        }
        return "";
    }
}
