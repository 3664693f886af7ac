package tacit.memory.recall.sessions;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.JournalEntry.Category;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.memory.Workspaces;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Structured;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointReceipt;
import tacit.api.recall.CheckpointReceipt.Status;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionKeeping;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.memory.words.Excerpt;

/** Keeps states of runs, and what was summed up before a compaction in the archive and the journal too. Thread-safe. */
@Component(service = {SessionKeeping.class, EvidenceTexts.class})
public final class KeptSessions implements SessionKeeping, EvidenceTexts {

    private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);

    private static final int LONGEST_ENTRY = 400;
    private static final String TAG = "pre-compaction";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Checkpoints checkpoints;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveMemory archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Journal journal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Workspaces workspaces;

    @Override
    public CheckpointReceipt keep(CheckpointDraft draft) {
        Checkpoints asked = checkpoints;
        if (asked == null) {
            return new CheckpointReceipt(Status.OFF, null, false);
        }
        CheckpointReceipt receipt = asked.save(draft);
        Checkpoint saved = receipt.checkpoint();
        if (saved != null && saved.kind() == Checkpoint.Kind.PRE_COMPACTION) {
            // Edges: the state is kept, whatever becomes of the rest
            attempt("archive", () -> remember(draft, saved));
            attempt("journal", () -> note(draft, saved.structured()));
        }
        return receipt;
    }

    private static void attempt(String part, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            log.warn("Cannot note a summary in the {}; the state itself is kept", part, e);
        }
    }

    private void remember(CheckpointDraft draft, Checkpoint saved) {
        ArchiveMemory asked = archive;
        String memory = saved.memoryId();
        if (asked == null || memory == null) {
            return;
        }
        CaptureResult result = asked.capture(new CaptureRequest(
                draft.scope().workspaceId(),
                draft.scope().userId(),
                draft.taskId(),
                ArchiveType.SUMMARY,
                saved.state().summary(),
                isPrivate(draft) && draft.scope().userId() == null,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.MEMORY, memory)),
                ArchiveOrigin.TASK,
                CaptureRequest.Batching.USUAL,
                new CaptureRequest.Place(false, null, audience(draft.visibility()), false)));
        log.debug("The summary of run '{}' ended as {}", draft.taskId(), result.reason());
    }

    private static Audience.Kind audience(Visibility visibility) {
        return switch (visibility) {
            case PRIVATE -> Audience.Kind.PRIVATE;
            case SHARED -> Audience.Kind.GROUP;
            case PUBLIC -> Audience.Kind.PUBLIC;
        };
    }

    private static boolean isPrivate(CheckpointDraft draft) {
        return draft.visibility() == Visibility.PRIVATE;
    }

    // Everybody in the workspace reads its journal: what is private has no place there, whether its user is known or
    // not
    private void note(CheckpointDraft draft, Structured points) {
        Journal asked = journal;
        Workspaces folders = workspaces;
        String workspace = draft.scope().workspaceId();
        if (isPrivate(draft)
                || asked == null
                || folders == null
                || folders.folder(workspace).isEmpty()) {
            return;
        }
        note(asked, draft, Category.DECISION, points.decisions());
        note(asked, draft, Category.TASK, points.openLoops());
        note(asked, draft, Category.TASK, points.nextActions());
        note(asked, draft, Category.OBSERVATION, points.keyFindings());
    }

    private static void note(Journal journal, CheckpointDraft draft, Category category, List<String> points) {
        for (String point : points) {
            String text = Excerpt.of(point, "", LONGEST_ENTRY);
            journal.append(
                    draft.scope().workspaceId(),
                    new JournalEntry(draft.now(), "assistant", category, text, draft.taskId(), List.of(TAG)));
        }
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        Checkpoints asked = checkpoints;
        return asked == null ? 0 : asked.forget(scope, List.copyOf(texts));
    }

    /** The memories of a user are removed as such. */
    @Override
    public int forgetUser(Scope scope) {
        return 0;
    }
}
