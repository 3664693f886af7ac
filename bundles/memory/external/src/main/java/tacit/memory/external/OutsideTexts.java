package tacit.memory.external;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.ExternalMemory;
import tacit.api.memory.MemoryStore;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStore;
import tacit.api.trace.UserTraces;
import tacit.memory.external.Notes.Note;
import tacit.memory.external.Notes.State;

/**
 * Has the notes of users and of workspaces forgotten outside by the ids that were kept of them: some at once, and what fails, or is
 * too much for a moment, later. Thread-safe.
 */
@Component(service = {EvidenceTexts.class, OutsideTexts.class})
public final class OutsideTexts implements EvidenceTexts {

    private static final Logger log = LoggerFactory.getLogger(OutsideTexts.class);
    private static final int AT_ONCE = 50;

    private final Externals externals;
    private final Notes notes;
    private final ExternalWrites writes;
    private final TraceStore traces;
    private final Clock clock;
    private final Remains remains;

    @Activate
    public OutsideTexts(
            @Reference Externals externals,
            @Reference Notes notes,
            @Reference Copies copies,
            @Reference ExternalWrites writes,
            @Reference MemoryStore store,
            @Reference TraceStore traces,
            @Reference Clock clock) {
        this.externals = externals;
        this.notes = notes;
        this.writes = writes;
        this.traces = traces;
        this.clock = clock;
        this.remains = new Remains(externals, copies, store);
    }

    @Override
    public String name() {
        return "memories outside";
    }

    /** A note is found by the digest of its whole text: no other words of it are known here. */
    @Override
    public int forget(Scope scope, Collection<String> spans, Collection<String> texts) {
        Set<String> digests = texts.stream().map(String::strip).map(Digest::of).collect(Collectors.toSet());
        return forget(scope, note -> digests.contains(note.digest()));
    }

    @Override
    public int forgetUser(Scope scope) {
        return forget(scope, ofUser(scope));
    }

    @Override
    public int forgetWorkspace(Scope scope) {
        return forget(scope, note -> true);
    }

    @Override
    public OptionalLong heldOf(Scope scope) {
        return OptionalLong.of(notes.of(scope.workspaceId(), ofUser(scope)).size());
    }

    private Predicate<Note> ofUser(Scope scope) {
        String user = Objects.requireNonNull(scope.userId(), "userId");
        Set<String> runs = UserTraces.of(traces, scope);
        return note -> user.equals(note.owner()) || (note.runId() != null && runs.contains(note.runId()));
    }

    private int forget(Scope scope, Predicate<Note> wanted) {
        List<Note> gone = notes.of(scope.workspaceId(), wanted.and(note -> note.state() == State.SENT));
        gone.forEach(note -> notes.forget(note, 0, clock.instant()));
        if (!gone.isEmpty()) {
            pass();
        }
        return gone.size();
    }

    /** Has some of what is due forgotten; what fails is tried again later. Nothing is sent to a memory that is switched off. */
    public void pass() {
        externals.enabled().forEach(this::pass);
    }

    // An edge: a service that fails is not asked for the others at once
    private void pass(ExternalMemory memory) {
        for (Note note : notes.due(memory.id(), clock.instant(), AT_ONCE)) {
            try {
                writes.forget(memory, note);
                notes.drop(note);
            } catch (RuntimeException e) {
                log.warn("Cannot have a note forgotten in '{}'; it is tried again", memory.id(), e);
                notes.forget(note, note.attempts() + 1, clock.instant().plus(Pauses.after(note.attempts())));
                return;
            }
        }
    }

    @Override
    public List<String> leftOf(Scope scope) {
        return remains.words(
                scope.workspaceId(),
                notes.of(scope.workspaceId(), ofUser(scope).and(note -> note.state() == State.FORGETTING)));
    }
}
